using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files.Fit;

/// <summary>
/// The <c>compressed_speed_distance</c> of old foot pods: 12 bits of speed in cm/s and 12 of distance in 1/16 m, which starts over every
/// 256 m.
/// </summary>
internal sealed class FitDistance
{
    private const int Size = 3;
    private const int Mask = 0xFFF;

    private int? _last;
    private long _sixteenths;

    public void Read(ReadOnlySpan<byte> field, ActivityBuilder activity)
    {
        if (field.Length != Size || !field.ContainsAnyExcept((byte)0xFF))
            return;
        var distance = (field[1] >> 4) | (field[2] << 4);
        _sixteenths += (distance - (_last ?? 0)) & Mask;
        _last = distance;
        activity.Set(Channel.Speed, (field[0] | ((field[1] & 0x0F) << 8)) / 100.0);
        activity.Set(Channel.Distance, _sixteenths / 16.0);
    }
}
