using System.Runtime.InteropServices;

namespace AlphaMix.Cli.Bench;

/// <summary>One product of OpenBLAS with memory of its own, aligned as ours is.</summary>
internal sealed unsafe class Sgemm : IDisposable
{
    private const nuint Alignment = 64;

    private readonly OpenBlas _library;
    private readonly bool _aTransposed;
    private readonly bool _bTransposed;
    private readonly int _rows;
    private readonly int _depth;
    private readonly int _columns;
    private readonly float* _a;
    private readonly float* _b;
    private readonly float* _c;

    /// <summary>Initializes a new instance of the <see cref="Sgemm"/> class for C (rows x columns) = A B, depth columns of A.</summary>
    public Sgemm(OpenBlas library, int rows, int depth, int columns, bool aTransposed = false, bool bTransposed = false)
    {
        (_library, _rows, _depth, _columns, _aTransposed, _bTransposed) = (library, rows, depth, columns, aTransposed, bTransposed);
        _a = Allocate(rows * depth);
        _b = Allocate(depth * columns);
        _c = Allocate(rows * columns);
    }

    /// <summary>Gets the floating-point operations of one product.</summary>
    public double Flops => 2.0 * _rows * _depth * _columns;

    public void Run() => _library.Multiply(_a, _aTransposed, _b, _bTransposed, _c, _rows, _depth, _columns);

    public void Dispose()
    {
        NativeMemory.AlignedFree(_a);
        NativeMemory.AlignedFree(_b);
        NativeMemory.AlignedFree(_c);
    }

    private static float* Allocate(int count)
    {
        var memory = (float*)NativeMemory.AlignedAlloc((nuint)count * sizeof(float), Alignment);
        for (var i = 0; i < count; i++)
            memory[i] = 1f / (1 + i % 7);
        return memory;
    }
}
