using FitServerless.Workouts.Files.Xml;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files.Gpx;

/// <summary>
/// Reads GPX 1.1 and 1.0: each track is an activity, each of its segments what was recorded between two pauses. Heart rate, cadence,
/// temperature and power are found in the extensions of Garmin (both versions), Strava and those who imitate them.
/// </summary>
internal static class GpxReader
{
    private static readonly Dictionary<string, Channel> ChannelsByName = new()
    {
        ["ele"] = Channel.Altitude,
        ["speed"] = Channel.Speed,
        ["hr"] = Channel.Heartrate,
        ["heartrate"] = Channel.Heartrate,
        ["cad"] = Channel.Cadence,
        ["cadence"] = Channel.Cadence,
        ["atemp"] = Channel.Temperature,
        ["temp"] = Channel.Temperature,
        ["power"] = Channel.Power,
        ["watts"] = Channel.Power,
        ["PowerInWatts"] = Channel.Power,
    };

    private static readonly XmlSamples Point = new("time", ChannelsByName);

    /// <summary>The names that channels have in this format and its dialects.</summary>
    public static IReadOnlySet<string> Channels { get; } = ChannelsByName.Keys.ToHashSet(StringComparer.Ordinal);

    public static IReadOnlyList<ActivityBuilder> Read(XmlNodes nodes)
    {
        var creator = nodes.Attribute("creator") is { Length: > 0 and <= WorkoutRules.MaxTitle } text ? text : null;
        var activities = new List<ActivityBuilder>();
        var depth = nodes.Depth;
        while (activities.Count <= ActivityFileReader.MaxActivities && nodes.NextChild(depth))
        {
            if (nodes.Name == "trk")
                activities.Add(ReadTrack(nodes, new ActivityBuilder { Creator = creator }));
        }

        return activities;
    }

    private static ActivityBuilder ReadTrack(XmlNodes nodes, ActivityBuilder activity)
    {
        var depth = nodes.Depth;
        while (nodes.NextChild(depth))
        {
            switch (nodes.Name)
            {
                case "name": activity.Title = nodes.Text(WorkoutRules.MaxTitle); break;
                case "desc": activity.Notes = nodes.Text(WorkoutRules.MaxNotes); break;
                case "type": activity.Sport = Sports.FromText(nodes.Text(WorkoutRules.MaxSportType)); break;
                case "trkseg": ReadSegment(nodes, activity); break;
                default: break;
            }
        }

        return activity;
    }

    private static void ReadSegment(XmlNodes nodes, ActivityBuilder activity)
    {
        activity.Break();
        var depth = nodes.Depth;
        while (nodes.NextChild(depth))
        {
            if (nodes.Name != "trkpt")
                continue;
            activity.BeginRow();
            activity.Set(Channel.Latitude, nodes.NumberAttribute("lat"));
            activity.Set(Channel.Longitude, nodes.NumberAttribute("lon"));
            activity.EndRow(Point.Read(nodes, activity));
        }
    }
}
