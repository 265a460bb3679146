using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files.Fit;

/// <summary>A field of a <c>record</c> message: the channel's value is the stored one divided by the scale, less the offset.</summary>
internal readonly record struct FitRecordField(byte Number, Channel Channel, byte Type, double Scale, double Offset)
{
    private bool IsAngle => Channel is Channel.Latitude or Channel.Longitude;

    public double FromStored(double stored) => IsAngle ? FitUnits.ToDegrees(stored) : (stored / Scale) - Offset;

    public double ToStored(double value) => IsAngle ? FitUnits.ToSemicircles(value) : (value + Offset) * Scale;
}
