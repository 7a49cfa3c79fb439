using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Tests.Reports.Documents;

public class DocumentTextTests
{
    [Test]
    public void Table_ColumnsAreAligned_NumbersToTheRight_InAscii() => Assert.That(
        Text(output => DocumentText.Write(SampleDocument.Table, output)),
        Is.EqualTo(
            """
            A table
            Model                  TR %          range  words
            ---------------  ----------  -------------  ---------
            first, "quoted"  2.0 +- 1.4  -1.00 to 2.50  a <b> & c
            1/N                     3.0                 -

            """));

    [Test]
    public void Verdict_NamesHeadlineSettingAndEachModel() => Assert.That(
        Text(output => DocumentText.WriteVerdict(SampleDocument.Create(), output)),
        Is.EqualTo("No edge.\nTwo days.\n  V: no edge. Because.\n"));

    private static string Text(Action<TextWriter> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        write(output);
        return output.ToString();
    }
}
