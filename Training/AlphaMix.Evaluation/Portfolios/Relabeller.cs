using AlphaMix.Core.Numerics;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>Trades a portfolio's holdings under permuted names. Used again for one permutation after another; one user at a time.</summary>
internal sealed class Relabeller
{
    private readonly MarketGrid _grid;
    private readonly Ledger _ledger;
    private readonly int[] _names;
    private readonly int[] _takenOn;
    private readonly int[] _picks;
    private int _step;

    public Relabeller(MarketGrid grid, FillTable fills)
    {
        _grid = grid;
        _ledger = new Ledger(fills);
        _names = new int[grid.InstrumentCount];
        _takenOn = new int[grid.InstrumentCount];
        _picks = new int[grid.InstrumentCount];
    }

    /// <summary>Draws a permutation and starts from cash.</summary>
    public void Start(KeyedRandom random)
    {
        _ledger.Clear();
        for (var i = 0; i < _names.Length; i++)
            _names[i] = i;
        random.Shuffle<int>(_names);
    }

    /// <summary>Holds the replacements of <paramref name="holdings"/> for the decision day.</summary>
    public Ledger Step(int day, int[] holdings)
    {
        _step++;
        for (var h = 0; h < holdings.Length; h++)
        {
            var name = _names[holdings[h]];
            _picks[h] = CanHold(day, name) ? name : -1;
            if (_picks[h] >= 0)
                _takenOn[name] = _step;
        }

        // Only then do the others walk on, so that they take nobody's own replacement.
        var count = 0;
        for (var h = 0; h < holdings.Length; h++)
        {
            var name = _picks[h] >= 0 ? _picks[h] : Walk(day, holdings[h]);
            if (name >= 0)
                _picks[count++] = name;
        }

        _ledger.Step(day, _picks.AsSpan(0, count));
        return _ledger;
    }

    private bool CanHold(int day, int name) => _grid.Has(day, name) || _ledger.IsStuck(day, name);

    private int Walk(int day, int from)
    {
        for (var step = 1; step < _names.Length; step++)
        {
            var name = _names[(from + step) % _names.Length];
            if (_takenOn[name] == _step || !_grid.Has(day, name))
                continue;
            _takenOn[name] = _step;
            return name;
        }

        return -1;
    }
}
