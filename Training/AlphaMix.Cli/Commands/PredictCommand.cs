using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AlphaMix.Cli.Console;
using AlphaMix.Cli.Sessions;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Journals;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Training.Scoring;
using Spectre.Console;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix predict POOL --date DAY</c>: the ranking of a day.</summary>
internal static class PredictCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var pool = Arguments.Pool();
        var data = Arguments.Data();
        var date = Arguments.Day("--date", "The day whose last bar ends the windows; nothing later is read.");
        var router = Arguments.Value("--router", "V", "The router that ranks.", RouterNames.Average);
        var all = Arguments.AllInstruments();
        var threads = Arguments.Threads();
        var json = Arguments.Json("the ranking");
        var journal = Arguments.Value<string?>(
            "--journal", "FILE",
            "Add the day's scores to a journal of predictions, with the time of writing, chained by hashes (docs/journal.md); begun where "
                + "there is none.");
        var extension = Arguments.Extensions();
        var command = new Command("predict", "Rank the instruments of one day by P(up).")
        {
            pool,
            data,
            date,
            router,
            all,
            threads,
            json,
            journal,
            extension
        };
        command.SetAction(parsed => Guard.Run(terminal, () =>
        {
            var artifact = PoolFile.Read(parsed.GetValue(pool)!, ExtensionLoader.Load(parsed.GetValue(extension)));
            var day = parsed.GetValue(date);
            var ranker = RouterText.Parse(parsed.GetValue(router)!, artifact.Routers);
            var series = PoolPrices.Load(terminal, artifact, parsed.GetValue(data)!, parsed.GetValue(all), parsed.GetValue(threads));
            var scorer = new TimelineScorer(
                [new DatedPool(day, day.AddDays(1), artifact)],
                [.. series.Select(each => each.Before(day.AddDays(1)))],
                parsed.GetValue(threads),
                allowInSample: true);
            if (scorer.WindowCount == 0)
                throw new UsageException(
                    $"--date {day:yyyy-MM-dd}: no instrument has a full window that ends on this day. Is it a trading day that the data "
                        + $"has?");
            var sheets = artifact.Routers.ToDictionary(kind => kind, scorer.Probabilities);
            var ranking = Rank(scorer.Grid, sheets, ranker);
            Print(terminal, ranking, sheets, artifact.Manifest.TopK, day);
            if (parsed.GetValue(json) is { } file)
                Write(file, ranking, sheets, day, ranker);
            if (parsed.GetValue(journal) is { } path)
                AddToJournal(terminal, path, Entry(artifact, scorer, day, ranker, clock));
            return ExitCode.Ok;
        }));
        return command;
    }

    private static JournalEntry Entry(Pool pool, TimelineScorer scorer, DateOnly day, string router, TimeProvider clock)
    {
        var fitted = pool.Manifest.FittedThrough;
        if (day <= fitted)
            throw new UsageException(
                $"--journal: prices through {fitted:yyyy-MM-dd} entered the pool's fit, so that scores of {day:yyyy-MM-dd} predict "
                + "nothing.");
        var (grid, scores) = (scorer.Grid, scorer.Scores(router));
        return new JournalEntry
        {
            Day = day,
            WrittenUtc = clock.GetUtcNow().UtcDateTime,
            Origin = JournalOrigin.Predict,
            Pool = PoolArtifact.Hash(pool),
            FittedThrough = fitted,
            Router = router,
            Scores = Enumerable.Range(0, grid.InstrumentCount).Where(i => !double.IsNaN(scores[0, i]))
                .ToDictionary(i => grid.Instruments[i], i => scores[0, i], StringComparer.Ordinal)
        };
    }

    private static void AddToJournal(Terminal terminal, string path, JournalEntry entry)
    {
        var hash = JournalFile.Append(path, entry);
        terminal.Line($"Added to {path}: {entry.Day:yyyy-MM-dd}, written {entry.WrittenUtc:yyyy-MM-dd HH:mm:ss} UTC; head {hash}");
    }

    /// <summary>Returns (rank order) the columns scored and their instruments: by P(up), ties to the ordinal key.</summary>
    private static (int Column, string Instrument)[] Rank(MarketGrid grid, Dictionary<string, ScoreSheet> sheets, string router) =>
        [.. Enumerable.Range(0, grid.InstrumentCount)
            .Where(i => !double.IsNaN(sheets[router][0, i]))
            .OrderByDescending(i => sheets[router][0, i])
            .ThenBy(i => i)
            .Select(i => (i, grid.Instruments[i]))];

    private static void Print(
        Terminal terminal, (int Column, string Instrument)[] ranking, Dictionary<string, ScoreSheet> sheets, int topK, DateOnly day)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("rank").RightAligned());
        table.AddColumn("instrument");
        foreach (var kind in sheets.Keys)
            table.AddColumn(new TableColumn($"P(up) {kind}").RightAligned());
        for (var rank = 0; rank < ranking.Length; rank++)
        {
            var probabilities = sheets.Values.Select(
                sheet => sheet[0, ranking[rank].Column].ToString("0.0000", CultureInfo.InvariantCulture));
            table.AddRow([$"{rank + 1}{(rank < topK ? "*" : "")}", ranking[rank].Instrument, .. probabilities]);
        }

        terminal.Line($"{day:yyyy-MM-dd}: {ranking.Length} instruments; * the top {topK} the strategy holds until the next day.");
        terminal.Ansi.Write(table);
    }

    private static void Write(
        string file, (int Column, string Instrument)[] ranking, Dictionary<string, ScoreSheet> sheets, DateOnly day, string router)
    {
        var document = new
        {
            date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            router,
            ranking = ranking.Select((entry, rank) => new
            {
                rank = rank + 1,
                instrument = entry.Instrument,
                probabilityUp = sheets.ToDictionary(sheet => sheet.Key, sheet => sheet.Value[0, entry.Column])
            })
        };
        File.WriteAllText(file, JsonSerializer.Serialize(document, Indented) + "\n");
    }
}
