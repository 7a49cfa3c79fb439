using AlphaMix.Core.Numerics;
using AlphaMix.Training.Torch.Devices;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Baselines;

/// <summary>
/// Draws starting parameters on the host, so that a seed means the same start on every device, and trainings on several threads do not
/// share libtorch's one global stream.
/// </summary>
/// <param name="random">The stream.</param>
internal sealed class ParameterStart(KeyedRandom random)
{
    /// <summary>Sets a parameter to uniform numbers in [-<paramref name="bound"/>, <paramref name="bound"/>).</summary>
    public void Uniform(Tensor parameter, double bound)
    {
        var values = new float[parameter.numel()];
        foreach (ref var value in values.AsSpan())
            value = random.NextSymmetric((float)bound);
        Set(parameter, values);
    }

    /// <summary>Starts a dense or recurrent layer as PyTorch does: everything uniform within 1 / sqrt of a size.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="size">A dense layer's inputs; a recurrent layer's units.</param>
    public void Layer(nn.Module layer, int size)
    {
        foreach (var (_, parameter) in layer.named_parameters())
            Uniform(parameter, 1 / Math.Sqrt(size));
    }

    /// <summary>Sets a matrix to uniform numbers in +-sqrt(6 / (inputs + outputs)) (Glorot and Bengio 2010).</summary>
    public void Glorot(Tensor matrix) => Uniform(matrix, Math.Sqrt(6.0 / (matrix.shape[0] + matrix.shape[1])));

    /// <summary>
    /// Sets a matrix of at least as many rows as columns to one with orthonormal columns (Saxe et al. 2014), by Gram and Schmidt.
    /// </summary>
    public void Orthogonal(Tensor matrix)
    {
        var (rows, columns) = ((int)matrix.shape[0], (int)matrix.shape[1]);
        var values = new double[columns][];
        for (var column = 0; column < columns; column++)
        {
            var drawn = values[column] = [.. Enumerable.Range(0, rows).Select(_ => random.NextNormal())];
            for (var earlier = 0; earlier < column; earlier++)
            {
                var overlap = drawn.Zip(values[earlier], (x, y) => x * y).Sum();
                for (var row = 0; row < rows; row++)
                    drawn[row] -= overlap * values[earlier][row];
            }

            var length = Math.Sqrt(drawn.Sum(value => value * value));
            for (var row = 0; row < rows; row++)
                drawn[row] /= length;
        }

        Set(matrix, [.. Enumerable.Range(0, rows * columns).Select(i => (float)values[i % columns][i / columns])]);
    }

    /// <summary>Sets all values of a parameter.</summary>
    public static void Constant(Tensor parameter, float value) => Set(parameter, [.. Enumerable.Repeat(value, (int)parameter.numel())]);

    private static void Set(Tensor parameter, float[] values)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        parameter.copy_(DeviceArray.Upload(values, parameter.shape, CPU));
    }
}
