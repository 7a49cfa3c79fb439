using System.Text;
using AlphaMix.Training.Data.Lean;

namespace AlphaMix.Training.Tests.Data.Lean;

public class Crc32Tests
{
    // The check value of every catalogue of CRCs.
    [Test]
    public void Of_TheNineDigits_IsTheCheckValue() => Assert.That(Crc32.Compute("123456789"u8), Is.EqualTo(0xCBF43926));

    [Test]
    public void Of_AnyLength_IsTheBitwiseDefinition([Range(0, 40)] int length)
    {
        var bytes = Encoding.ASCII.GetBytes("20131001 00:00,4783500,4888400,4755300,4871500,12644700"[..length]);

        Assert.That(Crc32.Compute(bytes), Is.EqualTo(Bitwise(bytes)));
    }

    private static uint Bitwise(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
