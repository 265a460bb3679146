namespace FitServerless.Local.Cli.Training;

/// <summary>
/// A body second by second. Effort wanders around its target, the heart follows it with a lag and drifts upwards with the hours, and speed
/// is what the road gives back for the effort.
/// </summary>
internal sealed class Athlete(int seed)
{
    private const double HourPower = 240;
    private const double HourRunningSpeed = 3.9;
    private const double RestingHeartrate = 58;
    private const double HourHeartrate = 168;

    // The heart is two thirds of the way to a new load after about 40 s; it beats 5 times a minute more after each hour.
    private const double HeartLagSeconds = 40;
    private const double DriftPerSecond = 5.0 / 3600;

    // Metres a second at one watt on the flat, where drag eats power with the cube of speed: 240 W make about 36 km/h.
    private const double SpeedPerCubeRootWatt = 1.62;

    private readonly Random _random = new(seed);
    private double _heartrate = 75;
    private double _wander;
    private double _distance;

    public IReadOnlyList<Measurement> Perform(Session session)
    {
        var targets = session.Efforts.SelectMany(effort => Enumerable.Repeat(effort.Share, 60 * effort.Minutes));
        return [.. targets.Select((share, second) => Advance(session, second, share))];
    }

    private Measurement Advance(Session session, int second, double share)
    {
        _wander = 0.9 * _wander + Noise(0.02);
        var effort = Math.Max(0, share * (1 + _wander));
        var steady = RestingHeartrate + (HourHeartrate - RestingHeartrate) * effort + DriftPerSecond * second;
        _heartrate += (steady - _heartrate) / HeartLagSeconds;
        var speed = session.IsRide ? SpeedPerCubeRootWatt * Math.Cbrt(HourPower * effort) : HourRunningSpeed * effort;
        _distance += speed;
        return new Measurement(
            session.Start.AddSeconds(second),
            session.IsRide ? (int)(HourPower * effort) : null,
            (int)Math.Round(_heartrate + Noise(0.5)),
            (int)Math.Round((session.IsRide ? 80 + 12 * effort : 82 + 5 * effort) + Noise(1.5)),
            Math.Round(speed, 2),
            Math.Round(_distance, 1));
    }

    // The sum of four uniform numbers is near enough to a normal distribution; its variance is a third.
    private double Noise(double deviation) =>
        deviation * Math.Sqrt(3) * (_random.NextDouble() + _random.NextDouble() + _random.NextDouble() + _random.NextDouble() - 2);
}
