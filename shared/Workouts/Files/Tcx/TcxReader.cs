using FitServerless.Workouts.Files.Xml;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files.Tcx;

/// <summary>Reads Garmin's Training Center XML, version 2, with the activity extension.</summary>
internal static class TcxReader
{
    private static readonly Dictionary<string, Channel> ChannelsByName = new()
    {
        ["LatitudeDegrees"] = Channel.Latitude,
        ["LongitudeDegrees"] = Channel.Longitude,
        ["AltitudeMeters"] = Channel.Altitude,
        ["DistanceMeters"] = Channel.Distance,
        // The only element of this name in a track point is that of HeartRateBpm.
        ["Value"] = Channel.Heartrate,
        ["Cadence"] = Channel.Cadence,
        ["RunCadence"] = Channel.Cadence,
        ["Speed"] = Channel.Speed,
        ["Watts"] = Channel.Power,
    };

    private static readonly XmlSamples Trackpoint = new("Time", ChannelsByName);

    /// <summary>The names that channels have in this format and its dialects.</summary>
    public static IReadOnlySet<string> Channels { get; } = ChannelsByName.Keys.ToHashSet(StringComparer.Ordinal);

    public static IReadOnlyList<ActivityBuilder> Read(XmlNodes nodes)
    {
        var activities = new List<ActivityBuilder>();
        ReadGroup(nodes, activities);
        return activities;
    }

    private static void ReadGroup(XmlNodes nodes, List<ActivityBuilder> activities)
    {
        var depth = nodes.Depth;
        while (activities.Count <= ActivityFileReader.MaxActivities && nodes.NextChild(depth))
        {
            if (nodes.Name == "Activity")
                activities.Add(ReadActivity(nodes));
            else if (nodes.Name is "Activities" or "MultiSportSession" or "FirstSport" or "NextSport")
                ReadGroup(nodes, activities);
        }
    }

    private static ActivityBuilder ReadActivity(XmlNodes nodes)
    {
        var activity = new ActivityBuilder { Sport = Sports.FromText(nodes.Attribute("Sport")) };
        var depth = nodes.Depth;
        while (nodes.NextChild(depth))
        {
            switch (nodes.Name)
            {
                case "Id": activity.StartedAt = nodes.Time(); break;
                case "Lap": AddLap(activity, TcxLap.Read(nodes, () => ReadTrackpoint(nodes, activity), activity)); break;
                case "Notes": activity.Notes = nodes.Text(WorkoutRules.MaxNotes); break;
                case "Creator": activity.Creator = ReadName(nodes); break;
                default: break;
            }
        }

        return activity;
    }

    private static void ReadTrackpoint(XmlNodes nodes, ActivityBuilder activity)
    {
        activity.BeginRow();
        activity.EndRow(Trackpoint.Read(nodes, activity));
    }

    private static string? ReadName(XmlNodes nodes)
    {
        string? name = null;
        var depth = nodes.Depth;
        while (nodes.NextChild(depth))
            name = nodes.Name == "Name" ? nodes.Text(WorkoutRules.MaxTitle) : name;
        return name;
    }

    private static void AddLap(ActivityBuilder activity, ActivityLap? lap)
    {
        if (lap is null)
            return;
        activity.AddLap(lap);
        var totals = activity.Totals;
        activity.Totals = totals with
        {
            TimerSeconds = (totals.TimerSeconds ?? 0) + lap.Seconds,
            Distance = lap.Distance is { } metres ? (totals.Distance ?? 0) + metres : totals.Distance,
            Calories = lap.Calories is { } calories ? (totals.Calories ?? 0) + calories : totals.Calories,
        };
    }
}
