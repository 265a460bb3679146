using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files.Fit;

/// <summary>Writes samples as <c>record</c> messages, with the channels that there are, and one a second: FIT has no finer time.</summary>
internal sealed class FitRecordWriter
{
    /// <summary>Altitudes and speeds go into the two-byte fields that every reader knows.</summary>
    private const int LastClassicField = 13;

    private readonly FitOutput _output;
    private readonly MeasurementSeries _samples;
    private readonly FitRecordField[] _fields;
    private readonly bool _hasCadence;
    private readonly FitLayout _layout;
    private readonly double[] _values;

    public FitRecordWriter(FitOutput output, MeasurementSeries samples)
    {
        (_output, _samples) = (output, samples);
        _fields = [.. FitRecordFields.All.Where(field => field.Number <= LastClassicField && samples.Has(field.Channel))];
        _hasCadence = samples.Has(Channel.Cadence);
        _layout = new FitLayout(FitMessageNumber.Record, [
            FitLayouts.Timestamp,
            .. _fields.Select(field => new FitColumn(field.Number, field.Type)),
            .. _hasCadence ? [new FitColumn(FitRecordFields.FractionalCadence, FitBaseType.Byte, 128)] : (FitColumn[])[],
        ]);
        _values = new double[_layout.Columns.Length];
    }

    public void Write(int row, uint time, FitExtra? extra)
    {
        _values[0] = time;
        for (var i = 0; i < _fields.Length; i++)
        {
            var value = _samples.Value(_fields[i].Channel, row);
            // The fraction has a field of its own.
            _values[i + 1] = _fields[i].ToStored(_fields[i].Channel == Channel.Cadence ? Math.Floor(value) : value);
        }

        if (_hasCadence && _samples.Value(Channel.Cadence, row) is var cadence)
            _values[^1] = cadence - Math.Floor(cadence);
        _output.Write(_layout, _values, extra: extra);
    }
}
