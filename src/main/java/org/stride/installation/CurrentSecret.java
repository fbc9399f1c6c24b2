package org.stride.installation;

import java.util.function.Supplier;

/** The installation's secret as it is now: a restored backup brings another one while the application runs. */
public final class CurrentSecret implements Supplier<byte[]> {
    private final DataFolder folder;
    private volatile byte[] secret;

    public CurrentSecret(DataFolder folder) {
        this.folder = folder;
        secret = folder.secret();
    }

    @Override
    public byte[] get() {
        return secret.clone();
    }

    /** Another one may have taken its place. */
    public void readAgain() {
        secret = folder.secret();
    }
}
