namespace AlphaMix.Training.Routers;

/// <summary>How often fitting the routers looked at the validation span.</summary>
/// <param name="AsNeeded">Groups ranked and routers fitted for R.</param>
/// <param name="Selection">Ensembles whose profit W compared.</param>
/// <param name="Soup">Soups whose profit S compared.</param>
internal readonly record struct RouterUses(int AsNeeded, int Selection, int Soup);
