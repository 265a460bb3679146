using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files.Xml;

/// <summary>Reads a point of a track: the channels by the names that a format has for them, however deep in extensions they are.</summary>
internal sealed class XmlSamples(string timeName, IReadOnlyDictionary<string, Channel> channels)
{
    /// <returns>The point's time in epoch milliseconds.</returns>
    public long? Read(XmlNodes nodes, ActivityBuilder activity)
    {
        long? time = null;
        var depth = nodes.Depth;
        while (nodes.NextChild(depth))
        {
            if (nodes.Name == timeName)
                time = nodes.Time()?.ToUnixTimeMilliseconds();
            else if (channels.TryGetValue(nodes.Name, out var channel))
                activity.Set(channel, nodes.Number());
            else
                Read(nodes, activity);
        }

        return time;
    }
}
