using FitServerless.Workouts.Files.Xml;

namespace FitServerless.Workouts.Files.Tcx;

/// <summary>Reads a lap. Its tracks are what was recorded between pauses.</summary>
internal static class TcxLap
{
    /// <returns><c>null</c> for one that does not say when it began.</returns>
    public static ActivityLap? Read(XmlNodes nodes, Action readTrackpoint, ActivityBuilder activity)
    {
        var start = nodes.TimeAttribute("StartTime");
        var lap = new ActivityLap { StartedAt = start ?? default, Seconds = 0 };
        var isFirst = true;
        var depth = nodes.Depth;
        while (nodes.NextChild(depth))
        {
            if (nodes.Name != "Track")
            {
                lap = WithMember(lap, nodes);
                continue;
            }

            if (!isFirst)
                activity.Break();
            isFirst = false;
            ReadTrack(nodes, readTrackpoint);
        }

        return start is null ? null : lap;
    }

    private static void ReadTrack(XmlNodes nodes, Action readTrackpoint)
    {
        var depth = nodes.Depth;
        while (nodes.NextChild(depth))
        {
            if (nodes.Name == "Trackpoint")
                readTrackpoint();
        }
    }

    private static ActivityLap WithMember(ActivityLap lap, XmlNodes nodes) => nodes.Name switch
    {
        "TotalTimeSeconds" => lap with { Seconds = nodes.Positive() ?? 0 },
        // Both have to be there, so that 0 is what a writer puts who does not know.
        "DistanceMeters" => lap with { Distance = nodes.Positive() },
        "Calories" => lap with { Calories = Whole(nodes) },
        "MaximumSpeed" => lap with { MaxSpeed = nodes.Positive() },
        "AverageHeartRateBpm" => lap with { AvgHeartrate = ReadValue(nodes) },
        "MaximumHeartRateBpm" => lap with { MaxHeartrate = ReadValue(nodes) },
        "Cadence" or "AvgRunCadence" => lap with { AvgCadence = Whole(nodes) },
        "AvgWatts" => lap with { AvgPower = Whole(nodes) },
        "MaxWatts" => lap with { MaxPower = Whole(nodes) },
        "Extensions" or "LX" => WithMembers(lap, nodes),
        _ => lap,
    };

    private static ActivityLap WithMembers(ActivityLap lap, XmlNodes nodes)
    {
        var depth = nodes.Depth;
        while (nodes.NextChild(depth))
            lap = WithMember(lap, nodes);
        return lap;
    }

    private static int? ReadValue(XmlNodes nodes)
    {
        int? value = null;
        var depth = nodes.Depth;
        while (nodes.NextChild(depth))
            value = nodes.Name == "Value" ? Whole(nodes) : value;
        return value;
    }

    private static int? Whole(XmlNodes nodes) => nodes.Positive() is <= int.MaxValue and var value ? (int)Math.Round(value) : null;
}
