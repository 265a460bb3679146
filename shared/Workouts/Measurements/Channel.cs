namespace FitServerless.Workouts.Measurements;

/// <summary>What a sample can hold. The numbers are stored; never renumber.</summary>
public enum Channel
{
    Power = 0,
    Heartrate = 1,
    Cadence = 2,
    Speed = 3,
    Distance = 4,
    Latitude = 5,
    Longitude = 6,
    Altitude = 7,
    Temperature = 8,
}
