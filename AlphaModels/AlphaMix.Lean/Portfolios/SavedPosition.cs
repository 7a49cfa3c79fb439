namespace AlphaMix.Lean.Portfolios;

/// <summary>A position on paper as it is saved.</summary>
/// <param name="Symbol">Its security identifier, which renaming does not change.</param>
/// <param name="Weight">Its portfolio weight, negative for a short one.</param>
/// <param name="Price">Its price when it was last valued; 0 when it had none.</param>
internal sealed record SavedPosition(string Symbol, double Weight, double Price);
