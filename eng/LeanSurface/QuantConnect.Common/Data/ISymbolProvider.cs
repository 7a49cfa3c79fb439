namespace QuantConnect.Data;

public interface ISymbolProvider
{
    Symbol Symbol { get; set; }
}
