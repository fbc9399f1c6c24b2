package org.stride.start;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.stride.installation.DataFolder;
import org.stride.installation.Occupancy;

/** The data folder is this process's own for as long as it lives; a database in memory leaves nothing there to fight for. */
final class Occupied implements DisposableBean {
    private final @Nullable Occupancy occupancy;

    Occupied(DataFolder folder, String databaseUrl) {
        occupancy =
                databaseUrl.startsWith("jdbc:h2:mem:") ? null : folder.occupy().orElseThrow(() -> taken(folder));
    }

    private static StartException taken(DataFolder folder) {
        String process = folder.occupant()
                .map(occupant -> ", process " + occupant.process() + ",")
                .orElse("");
        return new StartException(
                "Another Stride" + process + " works with the data folder " + folder.path(),
                "Stop that one, or choose another folder with --stride.data=FOLDER",
                null);
    }

    @Nullable
    Occupancy occupancy() {
        return occupancy;
    }

    @Override
    public void destroy() {
        if (occupancy != null) {
            occupancy.close();
        }
    }
}
