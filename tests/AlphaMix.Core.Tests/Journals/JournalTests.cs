using System.Security.Cryptography;
using System.Text;
using AlphaMix.Core.Journals;

namespace AlphaMix.Core.Tests.Journals;

/// <summary>What was written reads back; whatever was changed afterwards is found, and where.</summary>
[TestFixture]
public class JournalTests
{
    private static readonly string Pool = new('a', 64);

    [Test]
    public void Read_WhatWasWritten_ToTheLastBit()
    {
        var entry = Entry(3) with { Scores = new Dictionary<string, double> { ["BRK.A"] = 0.1 + 0.2, ["é\"<"] = 1 / 3.0, ["A"] = 0 } };
        var journal = new Journal();

        var read = Journal.Read(journal.Append(entry));

        Assert.Multiple(() =>
        {
            Assert.That(read.Break, Is.Null);
            Assert.That(read.Entries, Has.Count.EqualTo(1));
            Assert.That(read.Entries[0].Scores, Is.EquivalentTo(entry.Scores));
            Assert.That(read.Entries[0] with { Scores = entry.Scores, Hash = "" }, Is.EqualTo(entry));
            Assert.That(read.Head, Is.EqualTo(journal.Head));
        });
    }

    [Test]
    public void Hash_IsThatOfThePage()
    {
        var previous = new string('0', 64);
        foreach (var line in Text(5).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var body = line[..line.LastIndexOf(",\"hash\":", StringComparison.Ordinal)];
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(previous + body)));

            Assert.That(line, Is.EqualTo($"{body},\"hash\":\"{hash}\"}}"));
            previous = hash;
        }
    }

    [Test]
    public void Line_HasTheFieldsOfThePage() => Assert.That(
        Text(1),
        Does.StartWith(
            "{\"journal\":1,\"day\":\"2024-03-01\",\"written\":\"2024-03-01T21:00:00.0000000Z\",\"origin\":\"live\",\"pool\":\"" + Pool
            + "\",\"fittedThrough\":\"2023-12-29\",\"router\":\"V\",\"scores\":{\"AAA\":0.51,\"BBB\":0.49},\"hash\":\""));

    [Test]
    public void AnyChangedByte_BreaksTheChain_AtItsLine()
    {
        var bytes = Encoding.UTF8.GetBytes(Text(3));
        var lengths = Text(3).Split('\n').Select(line => line.Length + 1).ToArray();
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = (byte[])bytes.Clone();
            changed[i] = (byte)(changed[i] == '1' ? '2' : '1');

            var journal = Journal.Read(changed);

            // A line break that is gone joins two lines; the first of them no longer ends as it should.
            var line = i < lengths[0] ? 1 : i < lengths[0] + lengths[1] ? 2 : 3;
            Assert.That(journal.Break?.Line, Is.EqualTo(line), $"byte {i}");
            Assert.That(journal.Entries, Has.Count.EqualTo(line - 1), $"byte {i}");
        }
    }

    [Test]
    public void ARemovedLine_BreaksTheChain_WhereItWas()
    {
        var lines = Lines(5);

        var journal = Journal.Read(Encoding.UTF8.GetBytes(string.Concat([.. lines[..2], .. lines[3..]])));

        Assert.Multiple(() =>
        {
            Assert.That(journal.Break!.Line, Is.EqualTo(3));
            Assert.That(journal.Break.Field, Is.EqualTo("hash"));
            Assert.That(journal.Break.Found, Is.EqualTo(HashIn(lines[3])));
            Assert.That(journal.Break.Expected, Has.Length.EqualTo(64).And.Not.EqualTo(journal.Break.Found));
            Assert.That(journal.Entries, Has.Count.EqualTo(2));
            Assert.That(journal.Lines, Is.EqualTo(4));
        });
    }

    [Test]
    public void TheFirstLineRemoved_BreaksTheChain() =>
        Assert.That(Journal.Read(Encoding.UTF8.GetBytes(string.Concat(Lines(3)[1..]))).Break!.Line, Is.EqualTo(1));

    [Test]
    public void ReorderedLines_BreakTheChain()
    {
        var lines = Lines(4);

        var journal = Journal.Read(Encoding.UTF8.GetBytes(lines[0] + lines[2] + lines[1] + lines[3]));

        Assert.That(journal.Break!.Line, Is.EqualTo(2));
    }

    [TestCase(1)]
    [TestCase(30)]
    public void AFileCutInALine_BreaksTheChain_AtThatLine(int bytes)
    {
        var text = Text(3);

        var journal = Journal.Read(Encoding.UTF8.GetBytes(text[..^bytes]));

        Assert.That(journal.Break!.Line, Is.EqualTo(3));
        Assert.That(journal.Break.Field, Is.EqualTo("line"));
        Assert.That(() => journal.Append(Entry(9)), Throws.TypeOf<JournalException>().With.Message.Contains("line 3"));
    }

    [Test]
    public void AFileCutBehindALine_IsWhole_ButHasAnotherHead()
    {
        var journal = Journal.Read(Encoding.UTF8.GetBytes(string.Concat(Lines(3)[..2])));

        Assert.That(journal.Break, Is.Null);
        Assert.That(journal.Head, Is.Not.EqualTo(Journal.Read(Encoding.UTF8.GetBytes(Text(3))).Head));
    }

    [Test]
    public void Append_GoesOnWhereTheFileEnds()
    {
        var read = Journal.Read(Encoding.UTF8.GetBytes(string.Concat(Lines(5)[..3])));

        Assert.That(Encoding.UTF8.GetString(read.Append(Entry(4))), Is.EqualTo(Lines(5)[3]));
    }

    [TestCase(3)]
    [TestCase(2)]
    public void Append_ADayNotLater_IsRefused(int day) =>
        Assert.That(
            () => Journal.Read(Encoding.UTF8.GetBytes(Text(3))).Append(Entry(day) with { WrittenUtc = Entry(9).WrittenUtc }),
            Throws.TypeOf<JournalException>().With.Message.EqualTo(
                $"day: expected one later than 2024-03-03, the last entry's, found 2024-03-0{day}. A journal is never rewritten."));

    [Test]
    public void Append_AClockThatWentBack_IsRefused() =>
        Assert.That(
            () => Journal.Read(Encoding.UTF8.GetBytes(Text(3))).Append(Entry(4) with { WrittenUtc = Entry(2).WrittenUtc }),
            Throws.TypeOf<JournalException>().With.Message.StartsWith("written: expected no time before 2024-03-03 21:00:00 UTC"));

    [Test]
    public void Append_WhatCannotBeRead_IsRefused()
    {
        JournalEntry[] wrong =
        [
            Entry(1) with { WrittenUtc = new DateTime(2024, 3, 1) },
            Entry(1) with { Pool = new string('A', 64) },
            Entry(1) with { Router = " " },
            Entry(1) with { Scores = new Dictionary<string, double>() },
            Entry(1) with { Scores = new Dictionary<string, double> { ["A"] = double.NaN } },
            Entry(1) with { Scores = new Dictionary<string, double> { ["A"] = 1.5 } }
        ];

        foreach (var entry in wrong)
            Assert.That(() => new Journal().Append(entry), Throws.ArgumentException);
    }

    [Test]
    public void AnEntryOfANewerVersion_IsABreak_ThatSaysSo()
    {
        var body = Lines(1)[0].Replace("\"journal\":1", "\"journal\":2", StringComparison.Ordinal);
        body = body[..body.LastIndexOf(",\"hash\":", StringComparison.Ordinal)];
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Journal.Seed + body)));

        var journal = Journal.Read(Encoding.UTF8.GetBytes($"{body},\"hash\":\"{hash}\"}}\n"));

        Assert.That(journal.Break!.Found, Is.EqualTo("version 2"));
    }

    private static JournalEntry Entry(int day) => new()
    {
        Day = new DateOnly(2024, 3, day),
        WrittenUtc = new DateTime(2024, 3, day, 21, 0, 0, DateTimeKind.Utc),
        Origin = JournalOrigin.Live,
        Pool = Pool,
        FittedThrough = new DateOnly(2023, 12, 29),
        Router = "V",
        Scores = new Dictionary<string, double> { ["BBB"] = 0.49, ["AAA"] = 0.51 }
    };

    private static string[] Lines(int count)
    {
        var journal = new Journal();
        return [.. Enumerable.Range(1, count).Select(day => Encoding.UTF8.GetString(journal.Append(Entry(day))))];
    }

    private static string Text(int count) => string.Concat(Lines(count));

    private static string HashIn(string line) => line[^67..^3];
}
