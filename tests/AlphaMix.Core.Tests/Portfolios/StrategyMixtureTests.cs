using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Tests.Portfolios;

public class StrategyMixtureTests
{
    private static readonly string[] Names = [EqualMixture.MixtureName, LeaderMixture.MixtureName, RecordMixture.MixtureName];

    [Test]
    public void Names_AreRegistered() => Assert.That(BuiltIn.Extensions.Names<StrategyMixtureFactory>(), Is.EqualTo(Names));

    [TestCaseSource(nameof(Names))]
    public void Share_IsEqual_BeforeAnyReturn(string name)
    {
        var mixture = Create(name, Parameters.None);
        var shares = new double[4];

        mixture.Share(new double[4 * mixture.MemorySize], shares);

        Assert.That(shares, Is.All.EqualTo(0.25));
    }

    [TestCaseSource(nameof(Names))]
    public void Create_MakesAnEqualMixture_FromItsParameters(string name)
    {
        var mixture = Create(name, Parameters.None);

        Assert.That(Create(name, mixture.Parameters), Is.EqualTo(mixture));
        Assert.That(mixture.Name, Is.EqualTo(name));
    }

    [TestCaseSource(nameof(Names))]
    public void ADay_AllocatesNothing(string name)
    {
        var mixture = Create(name, Parameters.None);
        var (memories, shares) = (new double[3 * mixture.MemorySize], new double[3]);
        Day();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Day();

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);

        void Day()
        {
            for (var i = 0; i < 3; i++)
                mixture.Remember(0.01 * (i - 1), 1, memories.AsSpan(i * mixture.MemorySize, mixture.MemorySize));
            mixture.Share(memories, shares);
        }
    }

    [Test]
    public void Record_SharesBySoftmaxOfReturnOverVolatility()
    {
        var mixture = new RecordMixture { Sharpness = 2 };
        var (memories, shares) = (new double[4], new double[2]);
        mixture.Remember(0.02, 0, memories.AsSpan(0, 2));
        mixture.Remember(-0.01, 0, memories.AsSpan(2, 2));

        mixture.Share(memories, shares);

        // One return each: records of 1 and -1.
        Assert.That(shares[0], Is.EqualTo(1 / (1 + Math.Exp(-4))).Within(1e-12));
        Assert.That(shares.Sum(), Is.EqualTo(1).Within(1e-12));
    }

    [Test]
    public void Record_CountsAReturnHalf_AHalfLifeLater()
    {
        var mixture = new RecordMixture { HalfLifeDays = 10 };
        var memory = new double[mixture.MemorySize];

        mixture.Remember(0.04, 0, memory);
        mixture.Remember(0, 10, memory);

        Assert.That(memory, Is.EqualTo(new[] { 0.02, 0.0008 }).Within(1e-15));
    }

    [Test]
    public void Leader_GetsAll_AndEqualLeadersShare()
    {
        var mixture = new LeaderMixture();
        var (memories, shares) = (new double[6], new double[3]);
        mixture.Remember(0.02, 0, memories.AsSpan(0, 2));
        mixture.Remember(0.02, 0, memories.AsSpan(4, 2));

        mixture.Share(memories, shares);

        Assert.That(shares, Is.EqualTo(new[] { 0.5, 0, 0.5 }));
    }

    [Test]
    public void Parameters_AreChecked()
    {
        Assert.That(() => Create("record", Parameters.None.With("halfLifeDays", 0)), Throws.ArgumentException.With.Message.Contains("halfLifeDays"));
        Assert.That(() => Create("record", Parameters.None.With("sharpness", -1)), Throws.ArgumentException.With.Message.Contains("sharpness"));
        Assert.That(() => Create("equal", Parameters.None.With("halfLifeDays", 5)), Throws.ArgumentException.With.Message.Contains("known: none"));
        Assert.That(() => new LeaderMixture { HalfLifeDays = double.NaN }, Throws.ArgumentException);
        Assert.That(() => BuiltIn.Extensions.Get<StrategyMixtureFactory>("best"), Throws.TypeOf<UnknownExtensionException>().With.Message.Contains("equal, leader, record"));
    }

    private static IStrategyMixture Create(string name, Parameters parameters) => BuiltIn.Extensions.Get<StrategyMixtureFactory>(name)(parameters);
}
