using System.Runtime.CompilerServices;

namespace AlphaMix.Core.Numerics;

/// <summary>
/// Floats at a fixed address that is a multiple of 64, so that no vector of a row straddles two cache lines. Zero at first;
/// collected like any array.
/// </summary>
internal sealed unsafe class AlignedFloats
{
    private const int Alignment = 64;

    // Keeps the memory alive; pinned, so the pointer stays true.
    private readonly float[] _memory;
    private readonly int _first;

    /// <summary>Initializes a new instance of the <see cref="AlignedFloats"/> class.</summary>
    /// <param name="length">Number of floats.</param>
    public AlignedFloats(int length)
    {
        _memory = GC.AllocateArray<float>(checked(length + Alignment / sizeof(float)), pinned: true);
        var address = (nuint)Unsafe.AsPointer(ref _memory[0]);
        _first = (int)((Alignment - address % Alignment) % Alignment / sizeof(float));
        Length = length;
    }

    /// <summary>Gets the number of floats.</summary>
    public int Length { get; }

    /// <summary>Gets all floats.</summary>
    public Span<float> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _memory.AsSpan(_first, Length);
    }

    /// <summary>Returns <paramref name="length"/> floats from <paramref name="start"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<float> Slice(int start, int length) => _memory.AsSpan(_first, Length).Slice(start, length);
}
