using System.Runtime.InteropServices;

namespace AlphaMix.Cli.Bench;

/// <summary>The matrix product of OpenBLAS on one thread, when the machine has it: the yardstick of our own.</summary>
internal sealed unsafe class OpenBlas
{
    private const int RowMajor = 101;
    private const int Plain = 111;
    private const int Transposed = 112;

    private static readonly string[] Names = ["libopenblas.so.0", "libopenblas.so", "libopenblas.dylib", "libopenblas.dll"];

    private readonly delegate* unmanaged<int, int, int, int, int, int, float, float*, int, float*, int, float, float*, int, void> _sgemm;

    private OpenBlas(nint library)
    {
        _sgemm = (delegate* unmanaged<int, int, int, int, int, int, float, float*, int, float*, int, float, float*, int, void>)
            NativeLibrary.GetExport(library, "cblas_sgemm");
        if (NativeLibrary.TryGetExport(library, "openblas_set_num_threads", out var setThreads))
            ((delegate* unmanaged<int, void>)setThreads)(1);
        Core = NativeLibrary.TryGetExport(library, "openblas_get_corename", out var core)
            ? Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)core)()) ?? "?"
            : "?";
    }

    /// <summary>Says why there is none.</summary>
    public const string Missing = "OpenBLAS was not found (on Debian: apt-get install libopenblas0-serial)";

    /// <summary>Gets the library, or null when the machine has none.</summary>
    public static OpenBlas? Instance { get; } = Load();

    /// <summary>Gets the name of the processor that OpenBLAS chose its kernels for, by itself or as OPENBLAS_CORETYPE says.</summary>
    public string Core { get; }

    /// <summary>C = A B, row-major, any of A and B given transposed.</summary>
    public void Multiply(float* a, bool aTransposed, float* b, bool bTransposed, float* c, int rows, int depth, int columns)
        => _sgemm(
            RowMajor, aTransposed ? Transposed : Plain, bTransposed ? Transposed : Plain, rows, columns, depth,
            1, a, aTransposed ? rows : depth, b, bTransposed ? depth : columns, 0, c, columns);

    private static OpenBlas? Load()
    {
        foreach (var name in Names)
        {
            if (NativeLibrary.TryLoad(name, out var library))
                return new OpenBlas(library);
        }

        return null;
    }
}
