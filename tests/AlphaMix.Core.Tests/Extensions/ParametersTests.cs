using AlphaMix.Core.Extensions;

namespace AlphaMix.Core.Tests.Extensions;

public sealed class ParametersTests
{
    private static readonly Parameters Some = Parameters.None.With("number", 2.5).With("whole", 3).With("flag", true).With("text", "a");

    [Test]
    public void Values_AreWhatWasAdded()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Some.Number("number"), Is.EqualTo(2.5));
            Assert.That(Some.Whole("whole"), Is.EqualTo(3));
            Assert.That(Some.Flag("flag"), Is.True);
            Assert.That(Some.Text("text"), Is.EqualTo("a"));
            Assert.That(Some.Count, Is.EqualTo(4));
            Assert.That(Some.Select(pair => pair.Key), Is.EqualTo(new[] { "number", "whole", "flag", "text" }));
            Assert.That(Some.ToString(), Is.EqualTo("number 2.5, whole 3, flag true, text 'a'"));
        });
    }

    [Test]
    public void AMissingValue_TakesItsStandard_OrIsRefused()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Some.Number("other", 7), Is.EqualTo(7));
            Assert.That(Some.Whole("other", 7), Is.EqualTo(7));
            Assert.That(Some.Flag("other", true), Is.True);
            Assert.That(Some.Text("other", "b"), Is.EqualTo("b"));
            Assert.That(() => Some.Number("other"), Throws.ArgumentException.With.Message.Contains("'other' is missing"));
            Assert.That(() => Some.Text("other"), Throws.ArgumentException.With.Message.Contains("'other' is missing"));
        });
    }

    [Test]
    public void AValueOfAnotherKind_IsRefusedByName()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => Some.Number("text"), Throws.ArgumentException.With.Message.EqualTo("text: expected a number, found 'a'."));
            Assert.That(() => Some.Whole("number"), Throws.ArgumentException.With.Message.EqualTo("number: expected a whole number, found 2.5."));
            Assert.That(() => Some.Flag("whole"), Throws.ArgumentException.With.Message.EqualTo("whole: expected true or false, found 3."));
            Assert.That(() => Some.Text("flag"), Throws.ArgumentException.With.Message.EqualTo("flag: expected a text, found true."));
        });
    }

    [Test]
    public void With_ANameTwice_OrANumberThatIsNotFinite_IsRefused()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => Some.With("text", 1), Throws.ArgumentException.With.Message.Contains("'text' is given twice"));
            Assert.That(() => Some.With("nan", double.NaN), Throws.ArgumentException.With.Message.Contains("nan must be finite"));
            Assert.That(() => Some.With(" ", true), Throws.ArgumentException);
        });
    }

    [Test]
    public void RequireKnown_NamesTheUnknownAndTheKnown()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => Some.RequireKnown("number", "whole", "flag", "text"), Throws.Nothing);
            Assert.That(() => Some.RequireKnown("number", "text"), Throws.ArgumentException.With.Message.EqualTo("There is no parameter 'whole'; known: number, text."));
            Assert.That(() => Some.RequireKnown(), Throws.ArgumentException.With.Message.Contains("known: none"));
        });
    }

    [Test]
    public void Equality_IsOfNamesAndValuesInOrder()
    {
        var same = Parameters.None.With("number", 2.5).With("whole", 3).With("flag", true).With("text", "a");

        Assert.Multiple(() =>
        {
            Assert.That(same, Is.EqualTo(Some));
            Assert.That(same.GetHashCode(), Is.EqualTo(Some.GetHashCode()));
            Assert.That(Parameters.None.With("a", 1).With("b", 2), Is.Not.EqualTo(Parameters.None.With("b", 2).With("a", 1)));
            Assert.That(Parameters.None.With("a", 1), Is.Not.EqualTo(Parameters.None.With("a", true)));
        });
    }
}
