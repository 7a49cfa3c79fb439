using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Devices;

/// <summary>Moves arrays between host and device without a copy in between.</summary>
internal static class DeviceArray
{
    /// <summary>Returns a tensor on the device with the values of an array, which it does not share.</summary>
    /// <param name="values">The values.</param>
    /// <param name="shape">Shape of the tensor.</param>
    /// <param name="device">The device.</param>
    public static Tensor Upload(float[] values, long[] shape, Device device) => Upload(values, ScalarType.Float32, shape, device);

    /// <inheritdoc cref="Upload(float[], long[], Device)"/>
    public static Tensor Upload(long[] values, long[] shape, Device device) => Upload(values, ScalarType.Int64, shape, device);

    /// <summary>Copies a tensor of float into an array of as many values.</summary>
    public static void Download(Tensor tensor, float[] values)
    {
        using var host = frombuffer(values, ScalarType.Float32);
        using var flat = tensor.reshape(-1);
        host.copy_(flat).Dispose();
    }

    private static Tensor Upload(Array values, ScalarType type, long[] shape, Device device)
    {
        using var host = frombuffer(values, type);
        using var shaped = host.reshape(shape);
        var tensor = empty(shape, dtype: type, device: device);
        tensor.copy_(shaped);
        return tensor;
    }
}
