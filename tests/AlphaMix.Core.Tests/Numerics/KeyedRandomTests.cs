using AlphaMix.Core.Numerics;

namespace AlphaMix.Core.Tests.Numerics;

public sealed class KeyedRandomTests
{
    [Test]
    public void NextBits_OfTheSameKey_AreTheSame()
    {
        var one = Draw(new KeyedRandom(5, RandomPurpose.Shuffle, 3, 9));
        var other = Draw(new KeyedRandom(5, RandomPurpose.Shuffle, 3, 9));

        Assert.That(other, Is.EqualTo(one));
    }

    [Test]
    public void NextBits_OfAKnownKey_NeverChange()
    {
        // "Same seed, same bytes" holds across versions: these numbers are part of the contract.
        var random = new KeyedRandom(1, RandomPurpose.Initialisation);

        Assert.That(new[] { random.NextBits(), random.NextBits() }, Is.EqualTo(Reference(1, 1, 0, 0, 2)));
    }

    [TestCase(6L, RandomPurpose.Shuffle, 3, 9)]
    [TestCase(-5L, RandomPurpose.Shuffle, 3, 9)]
    [TestCase(5L, RandomPurpose.Search, 3, 9)]
    [TestCase(5L, RandomPurpose.Shuffle, 4, 9)]
    [TestCase(5L, RandomPurpose.Shuffle, -3, 9)]
    [TestCase(5L, RandomPurpose.Shuffle, 3, 10)]
    [TestCase(5L, RandomPurpose.Shuffle, 9, 3)]
    public void NextBits_OfAnotherKey_Differ(long seed, RandomPurpose purpose, int first, int second)
    {
        var one = Draw(new KeyedRandom(5, RandomPurpose.Shuffle, 3, 9));
        var other = Draw(new KeyedRandom(seed, purpose, first, second));

        Assert.That(one.Intersect(other), Is.Empty);
    }

    [Test]
    public void NextDouble_IsUniform()
    {
        const int Draws = 100_000;
        const int Bins = 100;
        var random = new KeyedRandom(11, RandomPurpose.Market);
        var counts = new int[Bins];

        for (var i = 0; i < Draws; i++)
            counts[(int)(random.NextDouble() * Bins)]++;

        // 99 degrees of freedom: mean 99, standard deviation 14.1; four of them either side.
        Assert.That(ChiSquare(counts, Draws), Is.InRange(42, 156));
    }

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(7)]
    [TestCase(100)]
    public void NextInt_IsUniformOverItsBound(int bound)
    {
        const int Draws = 200_000;
        var random = new KeyedRandom(13, RandomPurpose.Search);
        var counts = new int[bound];

        for (var i = 0; i < Draws; i++)
            counts[random.NextInt(bound)]++;

        var freedom = bound - 1;
        Assert.That(ChiSquare(counts, Draws), Is.LessThan(freedom + 5 * Math.Sqrt(2 * freedom)));
    }

    [Test]
    public void NextInt_OfABoundThatDoesNotDivideTwoToThe32_HasNoBias()
    {
        // A multiplication without rejection would give the remainders 0, 1 and 2 shares of 3/8, 3/8 and 2/8.
        const int Draws = 90_000;
        var random = new KeyedRandom(17, RandomPurpose.Search);
        var counts = new int[3];

        for (var i = 0; i < Draws; i++)
            counts[random.NextInt(3 << 29) % 3]++;

        Assert.That(ChiSquare(counts, Draws), Is.LessThan(2 + 5 * 2));
    }

    [Test]
    public void NextInt_OfOneOutcome_IsZero()
    {
        Assert.That(new KeyedRandom(1, RandomPurpose.Search).NextInt(1), Is.Zero);
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void NextInt_OfNoOutcome_IsRefused(int bound)
    {
        Assert.That(() => new KeyedRandom(1, RandomPurpose.Search).NextInt(bound), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void NextNormal_HasTheMomentsOfAStandardNormal()
    {
        const int Draws = 200_000;
        var random = new KeyedRandom(19, RandomPurpose.Market);
        var draws = Enumerable.Range(0, Draws).Select(_ => random.NextNormal()).ToArray();

        // Standard errors over 200,000 draws: mean 0.0022, square 0.0032, fourth power 0.022; beyond 1.96 lie 5 %, 0.0005.
        Assert.Multiple(() =>
        {
            Assert.That(draws.Average(), Is.EqualTo(0).Within(0.01));
            Assert.That(draws.Average(x => x * x), Is.EqualTo(1).Within(0.015));
            Assert.That(draws.Average(x => x * x * x * x), Is.EqualTo(3).Within(0.1));
            Assert.That(draws.Average(x => Math.Abs(x) > 1.959964 ? 1.0 : 0), Is.EqualTo(0.05).Within(0.0025));
        });
    }

    [Test]
    public void NextSymmetric_StaysInItsBoundAndFillsIt()
    {
        var random = new KeyedRandom(23, RandomPurpose.Initialisation);
        var draws = Enumerable.Range(0, 10_000).Select(_ => random.NextSymmetric(0.25f)).ToArray();

        Assert.That(draws, Is.All.InRange(-0.25f, 0.25f));
        Assert.That(draws.Min(), Is.LessThan(-0.249f));
        Assert.That(draws.Max(), Is.GreaterThan(0.249f));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(1000)]
    public void Shuffle_GivesAPermutation(int count)
    {
        var items = Enumerable.Range(0, count).ToArray();

        new KeyedRandom(29, RandomPurpose.Shuffle).Shuffle<int>(items);

        Assert.That(items, Is.EquivalentTo(Enumerable.Range(0, count)));
    }

    [Test]
    public void Shuffle_GivesEachOrderAsOften()
    {
        const int Draws = 60_000;
        var counts = new Dictionary<string, int>();

        for (var i = 0; i < Draws; i++)
        {
            var items = "abcd".ToCharArray();
            new KeyedRandom(31, RandomPurpose.Shuffle, i).Shuffle<char>(items);
            counts[new string(items)] = counts.GetValueOrDefault(new string(items)) + 1;
        }

        // 23 degrees of freedom: mean 23, standard deviation 6.8. Each shuffle is another stream, so keys are held independent too.
        Assert.That(counts, Has.Count.EqualTo(24));
        Assert.That(ChiSquare([.. counts.Values], Draws), Is.LessThan(57));
    }

    private static double ChiSquare(int[] counts, int draws)
    {
        var expected = (double)draws / counts.Length;
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }

    private static ulong[] Draw(KeyedRandom random) => [.. Enumerable.Range(0, 8).Select(_ => random.NextBits())];

    /// <summary>The published generators, written anew: SplitMix64 over the key, then xoshiro256**.</summary>
    private static ulong[] Reference(params long[] keyAndCount)
    {
        ulong state = 0;
        foreach (var part in keyAndCount[..^1])
        {
            state ^= (ulong)part;
            state = SplitMix(ref state);
        }

        ulong[] s = [SplitMix(ref state), SplitMix(ref state), SplitMix(ref state), SplitMix(ref state)];
        var draws = new ulong[keyAndCount[^1]];
        for (var i = 0; i < draws.Length; i++)
        {
            draws[i] = ulong.RotateLeft(s[1] * 5, 7) * 9;
            var t = s[1] << 17;
            s[2] ^= s[0];
            s[3] ^= s[1];
            s[1] ^= s[2];
            s[0] ^= s[3];
            s[2] ^= t;
            s[3] = ulong.RotateLeft(s[3], 45);
        }

        return draws;
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
