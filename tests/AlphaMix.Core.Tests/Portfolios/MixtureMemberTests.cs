using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Tests.Portfolios;

public class MixtureMemberTests
{
    private static readonly DateOnly Day = new(2024, 3, 8);

    [Test]
    public void Settle_TellsTheGainAndTheCalendarDays_NoneAtFirst()
    {
        var told = new Told();
        var member = new MixtureMember<int>(1);
        member.Asked.Add(0, 1, 100);

        member.Settle(told, Day, _ => 110);
        member.Settle(told, Day.AddDays(3), _ => 99);
        member.Clear();
        member.Settle(told, Day.AddDays(4), _ => 99);

        Assert.That(told.Elapsed, Is.EqualTo(new[] { 0.0, 3, 0 }));
        Assert.That(told.Gains, Is.EqualTo(new[] { 0.1, -0.1, 0 }).Within(1e-15));
        Assert.That(member.Memory, Is.EqualTo(new[] { 1.0 }), "one return since it was cleared");
    }

    [TestCase(new[] { 0.5, 0.6 })]
    [TestCase(new[] { 1.5, -0.5 })]
    [TestCase(new[] { double.NaN, 1 })]
    public void Compute_SharesThatAreNone_AreRefused(double[] shares) => Assert.That(
        () => MixtureShares.Compute(new Told { Shares = shares }, new double[2], new double[2]),
        Throws.InvalidOperationException.With.Message.StartsWith("The strategy mixture 'told' must return shares of at least 0 that sum to 1"));

    private sealed class Told : IStrategyMixture
    {
        public double[] Shares { get; init; } = [];

        public List<double> Gains { get; } = [];

        public List<double> Elapsed { get; } = [];

        public string Name => "told";

        public Parameters Parameters => Parameters.None;

        public int MemorySize => 1;

        public void Remember(double gain, double elapsedDays, Span<double> memory)
        {
            Gains.Add(gain);
            Elapsed.Add(elapsedDays);
            memory[0]++;
        }

        public void Share(ReadOnlySpan<double> memories, Span<double> shares) => Shares.CopyTo(shares);
    }
}
