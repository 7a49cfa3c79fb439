using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics;

namespace AlphaMix.Training.Groups.Trainers;

/// <summary>Draws the parameters that a group starts from.</summary>
internal static class GroupInitialiser
{
    /// <summary>
    /// Returns the starting parameters: W and b uniform in +-1 / sqrt(fan-in), r and s random signs or ones, b_i zero. They depend on the
    /// shape, the seed and the initialisation alone.
    /// </summary>
    /// <param name="layout">Layout of the group.</param>
    /// <param name="fastStart">Where r and s start.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="initialisation">Which start.</param>
    /// <returns>The parameter vector in the order of <see cref="GroupLayout"/>.</returns>
    public static float[] Create(GroupLayout layout, FastVectorStart fastStart, long seed, int initialisation)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var parameters = new float[layout.ParameterCount];
        var random = new KeyedRandom(seed, RandomPurpose.Initialisation, initialisation);
        foreach (var layer in layout.Layers)
        {
            var bound = (float)(1 / Math.Sqrt(layer.Inputs));
            foreach (ref var value in parameters.AsSpan(layer.SlowWeights, layer.Inputs * layer.Outputs + layer.Outputs))
                value = random.NextSymmetric(bound);
            if (!layer.IsEnsembled)
                continue;
            foreach (ref var value in parameters.AsSpan(layer.InputFast, layer.Experts * (layer.Inputs + layer.Outputs)))
                value = fastStart == FastVectorStart.Ones || random.NextInt(2) == 0 ? 1f : -1f;
        }

        return parameters;
    }
}
