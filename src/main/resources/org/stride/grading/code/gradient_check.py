# Central differences of a forward function: how its result moves when one number of an argument is nudged up and down.


def stride_fresh(argument):
    return argument.copy() if hasattr(argument, "copy") else argument


def stride_weights(shape):
    return np.random.RandomState(11).randn(*shape)


def stride_forward(name, arguments):
    """Two arrays would unpack as well as a result and a cache: an array of two examples does."""
    returned = globals()[name](*arguments)
    if not isinstance(returned, (tuple, list)) or len(returned) != 2:
        raise TypeError(name + " must return a result and a cache")
    return returned


def stride_nudge(name, position, nudge, *arguments):
    """The gradient for one argument, cell by cell; with a negative position the gradient of the result itself, and the cache."""
    if position < 0:
        result, cache = stride_forward(name, [stride_fresh(argument) for argument in arguments])
        return stride_weights(np.shape(result)), cache
    gradient = np.zeros(arguments[position].shape)
    for index in np.ndindex(*gradient.shape):
        costs = []
        for sign in (1, -1):
            nudged = [stride_fresh(argument) for argument in arguments]
            nudged[position][index] += sign * nudge
            result, _ = stride_forward(name, nudged)
            costs.append(np.sum(stride_weights(np.shape(result)) * result))
        gradient[index] = (costs[0] - costs[1]) / (2 * nudge)
    return gradient
