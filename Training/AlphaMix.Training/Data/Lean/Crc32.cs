using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace AlphaMix.Training.Data.Lean;

/// <summary>The checksum of zip entries (CRC-32, IEEE 802.3), which the framework's zip reader does not verify.</summary>
internal static class Crc32
{
    /// <summary>Bytes taken at a time ("slicing by 16"): one table each, 256 entries a table.</summary>
    private const int Slice = 16;

    private static readonly uint[] Tables = Build();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Compute(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= Slice; bytes = bytes[Slice..])
            crc = Word(12, crc ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes))
                ^ Word(8, BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]))
                ^ Word(4, BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]))
                ^ Word(0, BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]));
        foreach (var value in bytes)
            crc = (crc >> 8) ^ Tables[(byte)(crc ^ value)];
        return ~crc;
    }

    // Four bytes, of which the first has the highest table: it is farthest from the end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Word(int table, uint word) =>
        Tables[((table + 3) << 8) + (byte)word]
        ^ Tables[((table + 2) << 8) + (byte)(word >> 8)]
        ^ Tables[((table + 1) << 8) + (byte)(word >> 16)]
        ^ Tables[(table << 8) + (int)(word >> 24)];

    private static uint[] Build()
    {
        var tables = new uint[Slice << 8];
        for (uint i = 0; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            tables[i] = crc;
        }

        for (var i = 256; i < tables.Length; i++)
            tables[i] = (tables[i - 256] >> 8) ^ tables[(byte)tables[i - 256]];
        return tables;
    }
}
