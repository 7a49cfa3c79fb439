namespace QuantConnect.Interfaces;

public delegate void AlgorithmEvent<T>(IAlgorithm algorithm, T eventData);
