namespace FitServerless.Workouts.Measurements;

/// <summary>Collects rows in any order and makes a series of them.</summary>
internal sealed class SeriesBuilder(int capacity = 0)
{
    private readonly double[]?[] _columns = new double[ChannelInfo.Count][];
    private long[] _times = new long[capacity];
    private bool _ascending = true;

    public int Count { get; private set; }

    public void AddRow(long time)
    {
        if (Count == _times.Length)
            Grow();
        _ascending &= Count == 0 || time > _times[Count - 1];
        _times[Count++] = time;
    }

    /// <summary>Sets a value of the row added last.</summary>
    public void Set(Channel channel, double value)
    {
        var column = _columns[(int)channel];
        if (column is null)
        {
            column = _columns[(int)channel] = new double[_times.Length];
            Array.Fill(column, double.NaN);
        }

        column[Count - 1] = value;
    }

    public void Append(MeasurementSeries series)
    {
        for (var row = 0; row < series.Count; row++)
        {
            AddRow(series.Times[row]);
            foreach (var info in ChannelInfo.All)
            {
                if (series.Value(info.Channel, row) is var value && !double.IsNaN(value))
                    Set(info.Channel, value);
            }
        }
    }

    public MeasurementSeries Build() => _ascending ? Build(null) : Build(SortedRows());

    private MeasurementSeries Build(int[]? rows)
    {
        var count = rows?.Length ?? Count;
        var times = rows is null ? _times[..count] : Array.ConvertAll(rows, row => _times[row]);
        var columns = new double[]?[ChannelInfo.Count];
        for (var c = 0; c < columns.Length; c++)
        {
            if (_columns[c] is { } source)
                columns[c] = NullIfEmpty(rows is null ? source[..count] : Array.ConvertAll(rows, row => source[row]));
        }

        return new MeasurementSeries(times, columns);
    }

    private static double[]? NullIfEmpty(double[] column) => Array.TrueForAll(column, double.IsNaN) ? null : column;

    /// <summary>By time, and of rows at the same time only the one that wins.</summary>
    private int[] SortedRows()
    {
        var rows = Enumerable.Range(0, Count).ToArray();
        Array.Sort(rows, Compare);
        var kept = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            if (i + 1 == rows.Length || _times[rows[i]] != _times[rows[i + 1]])
                rows[kept++] = rows[i];
        }

        return rows[..kept];
    }

    /// <summary>Time first; then the row that wins is the greater one.</summary>
    private int Compare(int left, int right)
    {
        var byTime = _times[left].CompareTo(_times[right]);
        if (byTime != 0)
            return byTime;
        var byPower = Has(Channel.Power, left).CompareTo(Has(Channel.Power, right));
        if (byPower != 0)
            return byPower;
        var byChannels = Channels(left).CompareTo(Channels(right));
        return byChannels != 0 ? byChannels : CompareValues(left, right);
    }

    private int CompareValues(int left, int right)
    {
        foreach (var column in _columns)
        {
            // NaN sorts below every number.
            if (column is not null && column[left].CompareTo(column[right]) is var order && order != 0)
                return order;
        }

        return 0;
    }

    private bool Has(Channel channel, int row) => _columns[(int)channel] is { } column && !double.IsNaN(column[row]);

    private int Channels(int row) => _columns.Count(column => column is not null && !double.IsNaN(column[row]));

    private void Grow()
    {
        var size = Math.Max(256, _times.Length * 2);
        var old = _times.Length;
        Array.Resize(ref _times, size);
        for (var c = 0; c < _columns.Length; c++)
        {
            if (_columns[c] is null)
                continue;
            Array.Resize(ref _columns[c], size);
            Array.Fill(_columns[c]!, double.NaN, old, size - old);
        }
    }
}
