namespace AlphaMix.Core.Portfolios;

/// <summary>A position on paper.</summary>
/// <param name="Name">What is held.</param>
/// <param name="Weight">Its portfolio weight, negative for a short one.</param>
/// <param name="Price">Its price when it was last valued; 0 when it had none.</param>
internal readonly record struct PaperPosition<TName>(TName Name, double Weight, double Price);
