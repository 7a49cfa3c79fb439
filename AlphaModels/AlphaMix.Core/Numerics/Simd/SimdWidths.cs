using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace AlphaMix.Core.Numerics.Simd;

/// <summary>This machine's <see cref="SimdWidth"/>.</summary>
public static class SimdWidths
{
    /// <summary>Gets the widest vectors with fused multiply-add in hardware; the DOTNET_Enable switches of the runtime narrow it.</summary>
    public static SimdWidth Best =>
        Vector512.IsHardwareAccelerated ? SimdWidth.Vector512
        : Vector256.IsHardwareAccelerated && Fma.IsSupported ? SimdWidth.Vector256
        : AdvSimd.Arm64.IsSupported || Fma.IsSupported ? SimdWidth.Vector128
        : SimdWidth.Scalar;
}
