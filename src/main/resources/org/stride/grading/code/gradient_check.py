# Central differences of a forward function: how its result moves when one number of an argument is nudged up and down.


def stride_fresh(argument):
    return argument.copy() if hasattr(argument, "copy") else argument


def stride_weights(shape):
    return np.random.RandomState(11).randn(*shape)


def stride_nudge(name, position, nudge, *arguments):
    """The gradient for one argument, cell by cell; with a negative position the gradient of the result itself, and the cache."""
    forward = globals()[name]
    if position < 0:
        result, cache = forward(*[stride_fresh(argument) for argument in arguments])
        return stride_weights(np.shape(result)), cache
    gradient = np.zeros(arguments[position].shape)
    for index in np.ndindex(*gradient.shape):
        costs = []
        for sign in (1, -1):
            nudged = [stride_fresh(argument) for argument in arguments]
            nudged[position][index] += sign * nudge
            result, _ = forward(*nudged)
            costs.append(np.sum(stride_weights(np.shape(result)) * result))
        gradient[index] = (costs[0] - costs[1]) / (2 * nudge)
    return gradient
