using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics.Simd;

namespace AlphaMix.Training.Groups.Kernels;

/// <summary>
/// The end of a hidden layer on the way forward, for the rows of one expert: from x W to the scaled input of the next layer.
/// Lanes are columns and never mix: the same bits at every width.
/// </summary>
internal static unsafe class HiddenForward
{
    /// <summary>u = xW + b, y = u o s + b_i, h = LeakyReLU(y), a = h o r of the next layer.</summary>
    /// <param name="shared">x W on entry, u on return (rows x columns).</param>
    /// <param name="bias">b, shared.</param>
    /// <param name="outputFast">s of the expert.</param>
    /// <param name="expertBias">b_i of the expert.</param>
    /// <param name="nextInputFast">r of the expert in the next layer.</param>
    /// <param name="activation">Receives h (rows x columns).</param>
    /// <param name="nextScaled">Receives a (rows x columns).</param>
    /// <param name="width">Vectors to use.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(
        Span<float> shared,
        ReadOnlySpan<float> bias,
        ReadOnlySpan<float> outputFast,
        ReadOnlySpan<float> expertBias,
        ReadOnlySpan<float> nextInputFast,
        Span<float> activation,
        Span<float> nextScaled,
        SimdWidth width)
    {
        var columns = bias.Length;
        Debug.Assert(outputFast.Length == columns && expertBias.Length == columns && nextInputFast.Length == columns);
        Debug.Assert(activation.Length == shared.Length && nextScaled.Length == shared.Length && shared.Length % columns == 0);
        fixed (float* u = shared, b = bias, s = outputFast, own = expertBias, r = nextInputFast, h = activation, a = nextScaled)
        {
            var pass = new Pass(u, b, s, own, r, h, a, shared.Length / columns, columns);
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

    private readonly struct Pass(float* u, float* b, float* s, float* own, float* r, float* h, float* a, int rows, int columns)
    {
        private readonly float* _u = u, _b = b, _s = s, _own = own, _r = r, _h = h, _a = a;
        private readonly int _rows = rows, _columns = columns;

        // From column j on, as many whole vectors as fit; gives the first column left over.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public int Columns<TSimd, TVector>(int j)
            where TSimd : struct, ISimd<TVector>
            where TVector : struct
        {
            var slope = TSimd.Broadcast(ExpertGroup.LeakySlope);
            for (; j <= _columns - TSimd.Width; j += TSimd.Width)
            {
                TVector bias = TSimd.Load(_b + j), outputFast = TSimd.Load(_s + j);
                TVector expertBias = TSimd.Load(_own + j), inputFast = TSimd.Load(_r + j);
                nint at = j;
                for (var row = 0; row < _rows; row++, at += _columns)
                {
                    var shared = TSimd.Add(TSimd.Load(_u + at), bias);
                    TSimd.Store(shared, _u + at);
                    var y = TSimd.FusedMultiplyAdd(shared, outputFast, expertBias);
                    var active = TSimd.SelectPositive(y, y, TSimd.Multiply(y, slope));
                    TSimd.Store(active, _h + at);
                    TSimd.Store(TSimd.Multiply(active, inputFast), _a + at);
                }
            }

            return j;
        }
    }
}
