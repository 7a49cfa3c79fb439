using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics.Simd;

namespace AlphaMix.Training.Groups.Kernels;

/// <summary>
/// <see cref="HiddenForward"/> on the way back, for the rows of one expert. Lanes are columns and never mix, rows are summed in order:
/// the same bits at every width.
/// </summary>
internal static unsafe class HiddenBackward
{
    /// <summary>From the derivative by a to the derivative by x W, and on the way those by r of the next layer, s, b_i and b.</summary>
    /// <param name="slope">Derivative by a on entry, by x W on return (rows x columns).</param>
    /// <param name="activation">h (rows x columns).</param>
    /// <param name="shared">u (rows x columns).</param>
    /// <param name="outputFast">s of the expert.</param>
    /// <param name="nextInputFast">r of the expert in the next layer.</param>
    /// <param name="nextInputFastSlope">Receives the derivative by r.</param>
    /// <param name="outputFastSlope">Receives the derivative by s.</param>
    /// <param name="expertBiasSlope">Receives the derivative by b_i.</param>
    /// <param name="biasSlope">Derivative by b so far; b reaches the output through s, so that by b_i times s is added.</param>
    /// <param name="width">Vectors to use.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(
        Span<float> slope,
        ReadOnlySpan<float> activation,
        ReadOnlySpan<float> shared,
        ReadOnlySpan<float> outputFast,
        ReadOnlySpan<float> nextInputFast,
        Span<float> nextInputFastSlope,
        Span<float> outputFastSlope,
        Span<float> expertBiasSlope,
        Span<float> biasSlope,
        SimdWidth width)
    {
        var columns = outputFast.Length;
        Debug.Assert(nextInputFast.Length == columns && nextInputFastSlope.Length == columns);
        Debug.Assert(outputFastSlope.Length == columns && expertBiasSlope.Length == columns && biasSlope.Length == columns);
        Debug.Assert(activation.Length == slope.Length && shared.Length == slope.Length && slope.Length % columns == 0);
        fixed (float* g = slope, h = activation, u = shared, s = outputFast, r = nextInputFast)
        fixed (float* dr = nextInputFastSlope, ds = outputFastSlope, down = expertBiasSlope, all = biasSlope)
        {
            var pass = new Pass(g, h, u, s, r, dr, ds, down, all, slope.Length / columns, columns);
            var j = 0;
            if (width == SimdWidth.Vector512)
                j = pass.Columns<Simd512, Vector512<float>>(j);
            if (width >= SimdWidth.Vector256)
                j = pass.Columns<Simd256, Vector256<float>>(j);
            if (width >= SimdWidth.Vector128)
                j = pass.Columns<Simd128, Vector128<float>>(j);
            pass.Columns<SimdScalar, float>(j);
        }
    }

    private readonly struct Pass(
        float* g, float* h, float* u, float* s, float* r, float* dr, float* ds, float* down, float* all, int rows, int columns)
    {
        private readonly float* _g = g, _h = h, _u = u, _s = s, _r = r, _dr = dr, _ds = ds, _down = down, _all = all;
        private readonly int _rows = rows, _columns = columns;

        // From column j on, as many whole vectors as fit; gives the first column left over.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public int Columns<TSimd, TVector>(int j)
            where TSimd : struct, ISimd<TVector>
            where TVector : struct
        {
            var leak = TSimd.Broadcast(ExpertGroup.LeakySlope);
            for (; j <= _columns - TSimd.Width; j += TSimd.Width)
            {
                TVector outputFast = TSimd.Load(_s + j), inputFast = TSimd.Load(_r + j);
                TVector inputFastSlope = default, outputFastSlope = default, biasSlope = default;
                nint at = j;
                for (var row = 0; row < _rows; row++, at += _columns)
                {
                    var byScaled = TSimd.Load(_g + at);
                    var active = TSimd.Load(_h + at);
                    inputFastSlope = TSimd.FusedMultiplyAdd(byScaled, active, inputFastSlope);
                    var byActive = TSimd.Multiply(byScaled, inputFast);
                    var byOutput = TSimd.SelectPositive(active, byActive, TSimd.Multiply(byActive, leak));
                    outputFastSlope = TSimd.FusedMultiplyAdd(byOutput, TSimd.Load(_u + at), outputFastSlope);
                    biasSlope = TSimd.Add(biasSlope, byOutput);
                    TSimd.Store(TSimd.Multiply(byOutput, outputFast), _g + at);
                }

                TSimd.Store(inputFastSlope, _dr + j);
                TSimd.Store(outputFastSlope, _ds + j);
                TSimd.Store(biasSlope, _down + j);
                TSimd.Store(TSimd.FusedMultiplyAdd(outputFast, biasSlope, TSimd.Load(_all + j)), _all + j);
            }

            return j;
        }
    }
}
