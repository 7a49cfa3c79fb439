using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Core.Signals;
using AlphaMix.Core.Tests.Artifacts;

namespace AlphaMix.Core.Tests.Signals;

public class SignalGeneratorTests
{
    private static readonly DateTime Start = new(2020, 1, 1);

    // A look-back of two bars and a window of two rows: the third bar fills it.
    private readonly Pool _pool = SamplePools.Full();

    [Test]
    public void Score_GivesASignal_OnceTheWindowIsFull()
    {
        var generator = new SignalGenerator(_pool, RouterNames.Average);
        var window = generator.Track("AAA");

        var counts = Enumerable.Range(0, 4).Select(day => Day(generator, day).Count).ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(counts, Is.EqualTo(new[] { 0, 0, 1, 1 }));
            Assert.That(generator.Signals[0].Window, Is.SameAs(window));
            Assert.That(generator.Signals[0].ProbabilityUp, Is.InRange(0f, 1f));
            Assert.That(generator.Signals[0].ExpertsAsked, Is.EqualTo(7), "two groups of two experts and one of three");
        });
    }

    [Test]
    public void Score_LeavesOutInstruments_WhoseLastBarIsOfAnotherDay()
    {
        var generator = new SignalGenerator(_pool, RouterNames.Average);
        generator.Track("AAA");
        for (var day = 0; day < 3; day++)
            Day(generator, day);

        Assert.That(generator.Score(DateOnly.FromDateTime(Start.AddDays(3))), Is.Empty);
    }

    [Test]
    public void Score_IsInOrdinalOrder_WhateverTheOrderOfTracking()
    {
        var generator = new SignalGenerator(_pool, RouterNames.Average);
        foreach (var name in new[] { "b", "BBB", "AAA" })
            generator.Track(name);
        for (var day = 0; day < 3; day++)
            Day(generator, day);

        Assert.That(generator.Signals.Select(signal => signal.Window.Instrument), Is.EqualTo(new[] { "AAA", "BBB", "b" }));
    }

    [Test]
    public void Offer_RefusesDuplicatesAndBarsThatAreNotUsable()
    {
        var generator = new SignalGenerator(_pool, RouterNames.Average);
        var window = generator.Track("AAA");
        var bar = Bar(0, 0);

        var taken = generator.Offer(window, bar);
        generator.Close();

        Assert.Multiple(() =>
        {
            Assert.That(taken, Is.True);
            Assert.That(generator.Offer(window, bar), Is.False, "the same bar again");
            Assert.That(generator.Offer(window, Bar(1, 0) with { Volume = 0 }), Is.False, "without volume");
            Assert.That(window.LastTime, Is.EqualTo(Start));
        });
    }

    [Test]
    public void Offer_RefusesASecondBar_BeforeTheFirstIsClosedOff()
    {
        var generator = new SignalGenerator(_pool, RouterNames.Average);
        var window = generator.Track("AAA");
        Day(generator, 0);
        generator.Offer(window, Bar(1, 0));

        Assert.That(() => generator.Offer(window, Bar(2, 0)), Throws.InvalidOperationException.With.Message.Contains("2020-01-02"));
    }

    [Test]
    public void Restart_ForgetsTheBars()
    {
        var generator = new SignalGenerator(_pool, RouterNames.Average);
        var window = generator.Track("AAA");
        for (var day = 0; day < 3; day++)
            Day(generator, day);
        var before = generator.Signals[0].ProbabilityUp;

        generator.Restart(window);

        Assert.That((window.IsReady, window.LastTime), Is.EqualTo((false, default(DateTime))));
        for (var day = 0; day < 3; day++)
            Day(generator, day);
        Assert.That(generator.Signals[0].ProbabilityUp, Is.EqualTo(before));
    }

    [Test]
    public void Forget_EndsTracking()
    {
        var generator = new SignalGenerator(_pool, RouterNames.Average);
        generator.Forget(generator.Track("AAA"));

        Assert.That(generator.Windows, Is.Empty);
    }

    [Test]
    public void Track_RefusesWhatTheScalerDoesNotKnow()
    {
        var generator = new SignalGenerator(SamplePools.Full(ScalerKind.PerInstrument), RouterNames.Average);

        Assert.That(() => generator.Track("NEW"), Throws.ArgumentException.With.Message.StartsWith("The pool's PerInstrument scaler does not know NEW."));
    }

    [TestCase(RouterNames.Average)]
    [TestCase(RouterNames.AsNeeded)]
    [TestCase(RouterNames.Selection)]
    [TestCase(RouterNames.Soup)]
    public void ADay_AllocatesNothing_AfterTheFirst(string router)
    {
        var generator = new SignalGenerator(_pool, router);
        for (var i = 0; i < 50; i++)
            generator.Track($"N{i:D2}");
        for (var day = 0; day < 60; day++)
            Day(generator, day);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Day(generator, 60);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    private static IReadOnlyList<Signal> Day(SignalGenerator generator, int day)
    {
        for (var i = 0; i < generator.Windows.Count; i++)
            generator.Offer(generator.Windows[i], Bar(day, i));
        generator.Close();
        return generator.Score(DateOnly.FromDateTime(Start.AddDays(day)));
    }

    private static Bar Bar(int day, int instrument)
    {
        var open = 100 + (day * 7 + instrument * 3) % 11;
        var close = 100 + (day * 5 + instrument) % 13;
        return new Bar(Start.AddDays(day), open, Math.Max(open, close) + 1, Math.Min(open, close) - 1, close, 1000);
    }
}
