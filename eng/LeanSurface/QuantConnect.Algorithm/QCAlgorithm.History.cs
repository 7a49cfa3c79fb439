using System.Collections.Generic;
using System;
using AlphaMix.LeanSurface;
using Python.Runtime;
using QuantConnect.Data.Market;
using QuantConnect.Data;

namespace QuantConnect.Algorithm;

// Declared: history comes from the engine.
public partial class QCAlgorithm
{
    public IEnumerable<DataDictionary<T>> History<T>(
        IEnumerable<Symbol> symbols, DateTime start, DateTime end, Resolution? resolution = null, bool? fillForward = null,
        bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null)
            where T : IBaseData =>
        throw Declared.Only();

    public IEnumerable<DataDictionary<T>> History<T>(
        IEnumerable<Symbol> symbols, TimeSpan span, Resolution? resolution = null, bool? fillForward = null,
        bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null)
            where T : IBaseData =>
        throw Declared.Only();

    public IEnumerable<DataDictionary<T>> History<T>(
        IEnumerable<Symbol> symbols, int periods, Resolution? resolution = null, bool? fillForward = null, bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null)
            where T : IBaseData =>
        throw Declared.Only();

    public IEnumerable<DataDictionary<T>> History<T>(
        TimeSpan span, Resolution? resolution = null, bool? fillForward = null, bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null)
            where T : IBaseData =>
        throw Declared.Only();

    public IEnumerable<TradeBar> History(
        Symbol symbol, DateTime start, DateTime end, Resolution? resolution = null, bool? fillForward = null,
        bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null) =>
        throw Declared.Only();

    public IEnumerable<TradeBar> History(
        Symbol symbol, TimeSpan span, Resolution? resolution = null, bool? fillForward = null, bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null) =>
        throw Declared.Only();

    public IEnumerable<TradeBar> History(
        Symbol symbol, int periods, Resolution? resolution = null, bool? fillForward = null, bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null) =>
        throw Declared.Only();

    public IEnumerable<Slice> History(
        IEnumerable<Symbol> symbols, DateTime start, DateTime end, Resolution? resolution = null, bool? fillForward = null,
        bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null) =>
        throw Declared.Only();

    public IEnumerable<Slice> History(
        IEnumerable<Symbol> symbols, TimeSpan span, Resolution? resolution = null, bool? fillForward = null,
        bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null) =>
        throw Declared.Only();

    public IEnumerable<Slice> History(
        IEnumerable<Symbol> symbols, int periods, Resolution? resolution = null, bool? fillForward = null, bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null) =>
        throw Declared.Only();

    public IEnumerable<Slice> History(
        TimeSpan span, Resolution? resolution = null, bool? fillForward = null, bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null) =>
        throw Declared.Only();

    public IEnumerable<Slice> History(
        int periods, Resolution? resolution = null, bool? fillForward = null, bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null) =>
        throw Declared.Only();

    public IEnumerable<T> History<T>(
        Symbol symbol, DateTime start, DateTime end, Resolution? resolution = null, bool? fillForward = null,
        bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null)
            where T : IBaseData =>
        throw Declared.Only();

    public IEnumerable<T> History<T>(
        Symbol symbol, TimeSpan span, Resolution? resolution = null, bool? fillForward = null, bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null)
            where T : IBaseData =>
        throw Declared.Only();

    public IEnumerable<T> History<T>(
        Symbol symbol, int periods, Resolution? resolution = null, bool? fillForward = null, bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null)
            where T : IBaseData =>
        throw Declared.Only();

    public PyObject History(
        PyObject tickers, DateTime start, DateTime end, Resolution? resolution = null, bool? fillForward = null,
        bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null,
        bool flatten = false) =>
        throw Declared.Only();

    public PyObject History(
        PyObject tickers, TimeSpan span, Resolution? resolution = null, bool? fillForward = null, bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null,
        bool flatten = false) =>
        throw Declared.Only();

    public PyObject History(
        PyObject tickers, int periods, Resolution? resolution = null, bool? fillForward = null, bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null,
        bool flatten = false) =>
        throw Declared.Only();

    public PyObject History(
        PyObject type, PyObject tickers, DateTime start, DateTime end, Resolution? resolution = null, bool? fillForward = null,
        bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null,
        bool flatten = false) =>
        throw Declared.Only();

    public PyObject History(
        PyObject type, PyObject tickers, TimeSpan span, Resolution? resolution = null, bool? fillForward = null,
        bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null,
        bool flatten = false) =>
        throw Declared.Only();

    public PyObject History(
        PyObject type, PyObject tickers, int periods, Resolution? resolution = null, bool? fillForward = null,
        bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null,
        bool flatten = false) =>
        throw Declared.Only();

    public PyObject History(
        PyObject type, Symbol symbol, DateTime start, DateTime end, Resolution? resolution = null, bool? fillForward = null,
        bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null,
        bool flatten = false) =>
        throw Declared.Only();

    public PyObject History(
        PyObject type, Symbol symbol, TimeSpan span, Resolution? resolution = null, bool? fillForward = null,
        bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null,
        bool flatten = false) =>
        throw Declared.Only();

    public PyObject History(
        PyObject type, Symbol symbol, int periods, Resolution? resolution = null, bool? fillForward = null,
        bool? extendedMarketHours = null,
        DataMappingMode? dataMappingMode = null, DataNormalizationMode? dataNormalizationMode = null, int? contractDepthOffset = null,
        bool flatten = false) =>
        throw Declared.Only();
}
