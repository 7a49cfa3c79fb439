namespace AlphaMix.Core.Portfolios;

/// <summary>
/// The decision of a portfolio rule: which names are bought, sold short or left alone. A held name that is not mentioned is sold, or bought
/// back. Mentioning a name twice ends the simulation, or the algorithm in LEAN, with an <see cref="InvalidOperationException"/>.
/// </summary>
/// <remarks>
/// Sizes are fixed at the fill, since a name may stop trading between decision and fill: what the names left alone leave of a side's
/// exposure is divided among the names entered on that side in proportion to their shares. A name that is held and entered is resized. One
/// that does not trade at the fill stays as it is, and its share stays in cash when it was not held. Reused from day to day; not
/// thread-safe.
/// </remarks>
public sealed class PortfolioTargets
{
    // By decision: whether the name is mentioned, and its share.
    private static readonly int[] Mentions = [0, 1, 0, 1, 1];
    private static readonly double[] Shares = [0, double.NaN, 0, 1, -1];

    private int[] _names = [];
    private double[] _shares = [];
    private HoldingDecision[] _decisions = [];
    private double[] _weights = [];

    /// <summary>Gets the number of names mentioned.</summary>
    public int Count { get; private set; }

    /// <summary>Gets or sets the share of the portfolio that long positions may have, not negative. Default 1.</summary>
    public double LongExposure { get; set; } = 1;

    /// <summary>Gets or sets the share of the portfolio that short positions may have, not negative. Default 0.</summary>
    public double ShortExposure { get; set; }

    /// <summary>
    /// Gets or sets the share that stays in cash on each side, in the unit of the names' shares, not negative. Default 0.
    /// </summary>
    public double CashShare { get; set; }

    /// <summary>Leaves a name alone: its position is kept, untraded, and its weight drifts with prices.</summary>
    /// <param name="name">Index of the name in the day.</param>
    public void Hold(int name) => Add(name, double.NaN);

    /// <summary>Enters a name long, or resizes it.</summary>
    /// <param name="name">Index of the name in the day.</param>
    /// <param name="share">Its share of what is free on the long side, relative to the other names'; positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not positive and finite.</exception>
    public void Buy(int name, double share = 1) => Add(name, Checked(share));

    /// <summary>Enters a name short, or resizes it.</summary>
    /// <param name="name">Index of the name in the day.</param>
    /// <param name="share">Its share of what is free on the short side, relative to the other names'; positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not positive and finite.</exception>
    public void SellShort(int name, double share = 1) => Add(name, -Checked(share));

    /// <summary>Removes all names and sets the exposures to their defaults.</summary>
    public void Clear()
    {
        Count = 0;
        (LongExposure, ShortExposure, CashShare) = (1, 0, 0);
    }

    /// <summary>Returns the name at a place, in the order in which they were mentioned.</summary>
    /// <param name="place">In [0, <see cref="Count"/>).</param>
    public int NameAt(int place) => _names[place];

    /// <summary>Returns the share at a place: positive for a name bought, negative for one sold short, NaN for one left alone.</summary>
    /// <param name="place">In [0, <see cref="Count"/>).</param>
    public double ShareAt(int place) => _shares[place];

    /// <summary>Mentions the names of a ranking that are held on to or entered, in its order, all with the same share.</summary>
    internal void Add(ReadOnlySpan<int> ranking, ReadOnlySpan<HoldingDecision> decisions)
    {
        Reserve(Count + ranking.Length);
        var (names, shares, count) = (_names, _shares, Count);
        for (var rank = 0; rank < ranking.Length; rank++)
        {
            // Without branches: along a ranking it is as good as random whether a name is held.
            var decision = (int)decisions[rank];
            names[count] = ranking[rank];
            shares[count] = Shares[decision];
            count += Mentions[decision];
        }

        Count = count;
    }

    /// <summary>Gets all names in the order in which they were mentioned.</summary>
    internal ReadOnlySpan<int> Names => _names.AsSpan(0, Count);

    /// <summary>Gets the names in an array that may be longer.</summary>
    internal int[] NameArray => _names;

    /// <summary>Gets their shares in an array that may be longer.</summary>
    internal double[] ShareArray => _shares;

    /// <summary>Returns working memory for one decision a name.</summary>
    internal Span<HoldingDecision> Decisions(int count) => Grown(ref _decisions, count);

    /// <summary>Returns working memory for one weight a name.</summary>
    internal Span<double> WeightBuffer(int count) => Grown(ref _weights, count);

    private static double Checked(double share) => share > 0 && double.IsFinite(share)
        ? share
        : throw new ArgumentOutOfRangeException(nameof(share), share, "A share must be positive and finite.");

    private static Span<T> Grown<T>(ref T[] buffer, int count)
    {
        if (buffer.Length < count)
            buffer = new T[count];
        return buffer.AsSpan(0, count);
    }

    private void Add(int name, double share)
    {
        Reserve(Count + 1);
        _names[Count] = name;
        _shares[Count++] = share;
    }
    private void Reserve(int count)
    {
        if (count <= _names.Length)
            return;
        Array.Resize(ref _names, Math.Max(16, 2 * count));
        Array.Resize(ref _shares, _names.Length);
    }
}
