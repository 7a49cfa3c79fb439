namespace AlphaMix.Training.Data.Integrity;

/// <summary>A close-to-close move of more than <see cref="DataCheck.LargeMove"/> between two usable bars of different days.</summary>
/// <param name="Day">Day of the later bar.</param>
/// <param name="Return">The adjusted simple return.</param>
internal readonly record struct LargeMove(DateOnly Day, double Return);
