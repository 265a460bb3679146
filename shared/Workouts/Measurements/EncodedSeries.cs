namespace FitServerless.Workouts.Measurements;

/// <summary>Samples ready to be stored, and what they come to.</summary>
public sealed record EncodedSeries(byte[] Bytes, SeriesSummary Summary)
{
    public static EncodedSeries Of(MeasurementSeries series) =>
        new(series.Count == 0 ? [] : SeriesCodec.Encode(series), SeriesSummary.Of(series));
}
