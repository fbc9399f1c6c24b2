package org.stride.start;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.stride.backup.Counter;
import org.stride.backup.Installation;
import org.stride.installation.DataFolder;
import org.stride.installation.Occupancy;

/** Hands out backups and takes them in while the application runs. Where that cannot be, all else goes on. */
@Component
class BackupCounter implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(BackupCounter.class);

    private final Installation installation;
    private final DataFolder folder;
    private final Occupied occupied;
    private @Nullable Counter counter;

    BackupCounter(Installation installation, DataFolder folder, Occupied occupied) {
        this.installation = installation;
        this.folder = folder;
        this.occupied = occupied;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        Occupancy occupancy = occupied.occupancy();
        if (occupancy == null) {
            return;
        }
        try {
            counter = Counter.open(installation, folder);
            occupancy.announce(counter.socket());
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("Backups have to wait until Stride is stopped: {}", e.toString());
        }
    }

    @Override
    public void destroy() {
        if (counter != null) {
            counter.close();
        }
    }
}
