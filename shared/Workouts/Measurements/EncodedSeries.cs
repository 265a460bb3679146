using FitServerless.Workouts.Efforts;

namespace FitServerless.Workouts.Measurements;

/// <summary>Samples ready to be stored, and what they come to.</summary>
public sealed record EncodedSeries(byte[] Bytes, SeriesSummary Summary, EffortSummary Effort)
{
    public static EncodedSeries Of(MeasurementSeries series, Thresholds thresholds)
    {
        var summary = SeriesSummary.Of(series);
        return new EncodedSeries(
            series.Count == 0 ? [] : SeriesCodec.Encode(series), summary, EffortSummary.Of(series, summary, thresholds));
    }
}
