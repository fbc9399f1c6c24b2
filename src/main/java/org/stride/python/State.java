package org.stride.python;

/** Whether code can be run now. */
public sealed interface State permits State.Starting, State.Ready, Unavailable {
    /** No server is up yet; what is sent meanwhile waits for it. */
    record Starting() implements State {}

    record Ready() implements State {}
}
