using System.Text;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Lean;

namespace AlphaMix.Training.Tests.Data.Lean;

public class LeanBarLineTests
{
    private const string Usual = "20131001 09:30,4783500,4888400,4755300,4871500,12644700\n";

    [Test]
    public void TryRead_TheUsualLine_GivesItsRowAndLength()
    {
        var read = LeanBarLine.TryRead(Bytes(Usual + "rest"), 7, out var row, out var length);

        Assert.That(read);
        Assert.That(row, Is.EqualTo(new PriceRow(new DateTime(2013, 10, 1, 9, 30, 0), 4783500, 4888400, 4755300, 4871500, 12644700, 7)));
        Assert.That(length, Is.EqualTo(Usual.Length));
    }

    [TestCase("", TestName = "nothing")]
    [TestCase("\n", TestName = "an empty line")]
    [TestCase("20131001 09:30,1,2,3,4,5", TestName = "no line feed")]
    [TestCase("20131001 09:30,1,2,3,4,5\r\n", TestName = "a carriage return")]
    [TestCase("20131001 09:30,1,2,3,4\n", TestName = "a field too few")]
    [TestCase("20131001 09:30,1,2,3,4,5,6\n", TestName = "a field too many")]
    [TestCase("20131001 09:30,1,,3,4,5\n", TestName = "an empty field")]
    [TestCase("20131001 09:30,1,2.5,3,4,5\n", TestName = "a fraction")]
    [TestCase("20131001 09:30,1,-2,3,4,5\n", TestName = "a sign")]
    [TestCase("20131001 09:30,1,2,3,4,1234567890123456\n", TestName = "more digits than a double holds")]
    [TestCase("20131301 09:30,1,2,3,4,5\n", TestName = "a month that does not exist")]
    [TestCase("20131001 24:30,1,2,3,4,5\n", TestName = "an hour that does not exist")]
    [TestCase("2013100a 09:30,1,2,3,4,5\n", TestName = "a letter in the date")]
    [TestCase("2013-10- 09:30,1,2,3,4,5\n", TestName = "dashes in the date")]
    [TestCase("201310/1 09:30,1,2,3,4,5\n", TestName = "the character before 0")]
    [TestCase("201310:1 09:30,1,2,3,4,5\n", TestName = "the character after 9")]
    public void TryRead_AnyOtherLine_IsLeftToTheCursor(string text) =>
        Assert.That(LeanBarLine.TryRead(Bytes(text), 1, out _, out _), Is.False);

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);
}
