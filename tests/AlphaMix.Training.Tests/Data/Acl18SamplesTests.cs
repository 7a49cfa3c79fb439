using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AlphaMix.Testing;

namespace AlphaMix.Training.Tests.Data;

public class Acl18SamplesTests
{
    // The authors' target files, printed by numpy.savetxt('%.18e'): next-day returns of the raw close, all days of one stock, then the next.
    [TestCase("2012-10-26", "2015-12-31", 67116, "34636758e64bb3bb6b7451977d7ca373050274407cad5b640e548134d40adb96")]
    [TestCase("2016-01-04", "2016-08-31", 14112, "d34975384330f2e33998fc0e7c86f444c7c17417503820ff4b497edcb5402c48")]
    [TestCase("2016-09-01", "2017-08-30", 21084, "d1c725145fd01d321a949326064ebdd8248896cc17c312ffb6795fcae2e1a439")]
    public void NextDayReturns_OfTheRawCloses_AreTheAuthorsToTheByte(string from, string to, int samples, string sha256)
    {
        var prices = Acl18Prices.Load();
        var first = prices.IndexOf(DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        var last = prices.IndexOf(DateOnly.ParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture));

        var text = new StringBuilder();
        var lines = 0;
        foreach (var close in prices.Close)
        {
            for (var day = first; day <= last; day++, lines++)
                text.Append(Savetxt(ThroughPandas(close[day + 1] / close[day] - 1))).Append('\n');
        }

        Assert.Multiple(() =>
        {
            Assert.That(prices.Names, Has.Length.EqualTo(84));
            Assert.That(lines, Is.EqualTo(samples));
            Assert.That(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text.ToString()))), Is.EqualTo(sha256));
        });
    }

    [TestCase(0.0123, "1.230000000000000017e-02")]
    [TestCase(-1.5, "-1.500000000000000000e+00")]
    [TestCase(0.0, "0.000000000000000000e+00")]
    public void Savetxt_PrintsAsNumpyDoes(double value, string expected) => Assert.That(Savetxt(value), Is.EqualTo(expected));

    private static string Savetxt(double value)
    {
        var text = value.ToString("e18", CultureInfo.InvariantCulture);
        // .NET prints three digits of exponent, C at least two.
        return text[^3] == '0' ? text.Remove(text.Length - 3, 1) : text;
    }

    /// <summary>
    /// Writes a number to CSV and reads it back as pandas does, which the authors' returns went through: 17 digits, leading zeros counted,
    /// gathered in double arithmetic and divided once by a power of ten. It is off by a last bit now and then.
    /// </summary>
    private static double ThroughPandas(double value)
    {
        var text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var parts = text.Split('E');
        var exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var number = 0.0;
        int digits = 0, decimals = 0;
        foreach (var character in parts[0])
        {
            if (character == '.')
            {
                decimals = digits;
                continue;
            }

            if (digits == 17)
                break;
            number = number * 10 + (character - '0');
            digits++;
        }

        exponent -= parts[0].Contains('.', StringComparison.Ordinal) ? digits - decimals : 0;
        var power = double.Parse($"1e{Math.Abs(exponent)}", CultureInfo.InvariantCulture);
        return Math.Sign(value) * (exponent > 0 ? number * power : number / power);
    }
}
