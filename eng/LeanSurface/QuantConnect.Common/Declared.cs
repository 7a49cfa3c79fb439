using System;
using System.Runtime.CompilerServices;

namespace AlphaMix.LeanSurface;

internal static class Declared
{
    // What a member does that is only declared.
    public static NotSupportedException Only([CallerMemberName] string member = "") => new(
        $"{member} is declared only: this is AlphaMix.Lean's stand-in for LEAN, made for compiling and unit tests. Run it in the real "
            + $"engine (docs/lean.md).");
}
