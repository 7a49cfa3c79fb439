namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>A table as machines read it: deviations and upper ends of ranges are columns of their own where any cell has one.</summary>
/// <param name="Heads">Heads of all columns, that of the rows' names first.</param>
/// <param name="Rows">Each row's name and its other cells.</param>
internal sealed record TableRecords(IReadOnlyList<string> Heads, IReadOnlyList<(string Name, IReadOnlyList<Cell> Cells)> Rows)
{
    public static TableRecords Create(TableBlock table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var heads = new List<string> { table.FirstHead };
        List<Cell>[] rows = [.. table.Rows.Select(_ => new List<Cell>())];
        for (var c = 0; c < table.Columns.Count; c++)
        {
            var (head, cells) = (table.Columns[c].Head, Array.ConvertAll([.. table.Rows], row => row.Cells[c]));
            var isRange = Array.Exists(cells, cell => !double.IsNaN(cell.Upper));
            Add(head + (isRange ? " from" : ""), cells);
            if (Array.Exists(cells, cell => !double.IsNaN(cell.Deviation)))
                Add($"{head} sd", Array.ConvertAll(cells, cell => Cell.Number(cell.Deviation)));
            if (isRange)
                Add($"{head} to", Array.ConvertAll(cells, cell => Cell.Number(cell.Upper)));
        }

        return new TableRecords(heads, [.. table.Rows.Select((row, r) => (row.Name, (IReadOnlyList<Cell>)rows[r]))]);

        void Add(string head, Cell[] cells)
        {
            heads.Add(head);
            for (var r = 0; r < rows.Length; r++)
                rows[r].Add(cells[r]);
        }
    }
}
