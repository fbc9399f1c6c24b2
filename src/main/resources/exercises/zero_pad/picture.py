def draw_zero_pad():
    try:
        import matplotlib.pyplot as plt
    except Exception:
        return "There is no matplotlib here, and so no picture. Nothing else needs it."
    np.random.seed(1)
    x = np.random.randn(4, 3, 3, 2)
    x_pad = zero_pad(x, 3)
    if x_pad is None:
        return "The picture needs a zero_pad that is filled in."
    figure, (left, right) = plt.subplots(1, 2)
    for axes, title, image in [(left, "x", x[0, :, :, 0]), (right, "x_pad", x_pad[0, :, :, 0])]:
        axes.set_title(title)
        axes.imshow(image, cmap="gray", vmin=x.min(), vmax=x.max())
    plt.show()
    return "The first channel of the first image, before and after."


print(draw_zero_pad())
