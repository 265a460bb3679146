using System.Globalization;
using System.Text;
using System.Xml.Linq;
using FitServerless.Workouts.Files;

namespace FitServerless.Tests.Workouts.Files;

/// <summary>What a workout has no place for goes out again with a TCX or GPX file, at the points that it came with.</summary>
public sealed class XmlExtrasTests
{
    private const string Gpx = """
        <gpx version="1.1" creator="X" xmlns="http://www.topografix.com/GPX/1/1" xmlns:a="http://www.garmin.com/xmlschemas/TrackPointExtension/v2" xmlns:o="urn:other">
         <wpt lat="46" lon="7"><name>Start</name></wpt>
         <trk><cmt>Calm</cmt><src>Compass</src><link href="https://example.com/1"/><link href="https://example.com/2"/><number>7</number><type>Biking</type>
          <extensions><o:color>Red</o:color><line>ours?</line></extensions><trkseg>
          <trkpt lat="46.5" lon="7.5"><ele>500</ele><time>2026-05-03T06:00:00Z</time><geoidheight>48.2</geoidheight><fix>3d</fix><sat>9</sat><hdop>0.8</hdop>
           <extensions><a:TrackPointExtension><a:hr>120</a:hr><a:wtemp>17.5</a:wtemp><a:course>270.5</a:course></a:TrackPointExtension>
            <o:gear front="2"><o:rear>11</o:rear></o:gear><power>200</power><o:empty/></extensions></trkpt>
          <trkpt lat="46.6" lon="7.5"><time>2026-05-03T06:00:01Z</time></trkpt>
          <extensions><o:surface>gravel</o:surface></extensions></trkseg><trkseg>
          <trkpt lat="46.7" lon="7.5"><time>2026-05-03T06:00:02Z</time><extensions/></trkpt>
          <trkpt lat="46.8" lon="7.5"><time>2026-05-03T06:00:03Z</time><extensions><o:gear>5</o:gear></extensions></trkpt>
         </trkseg></trk>
         <trk><number>8</number><trkseg><trkpt lat="46.8" lon="7.5"><time>2027-05-03T06:00:03Z</time></trkpt></trkseg></trk>
        </gpx>
        """;

    private const string Tcx = """
        <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" xmlns:o="urn:other">
         <Activities><Activity Sport="Biking"><Id>2026-05-03T06:00:00Z</Id><Lap StartTime="2026-05-03T06:00:00Z"><TotalTimeSeconds>2</TotalTimeSeconds>
          <DistanceMeters>0</DistanceMeters><Calories>0</Calories><Intensity>Resting</Intensity><TriggerMethod>Distance</TriggerMethod><Track>
           <Trackpoint><Time>2026-05-03T06:00:00Z</Time><HeartRateBpm><Value>120</Value></HeartRateBpm><SensorState>Present</SensorState>
            <Extensions><TPX xmlns="http://www.garmin.com/xmlschemas/ActivityExtension/v2"><Watts>200</Watts></TPX><o:balance left="51">49</o:balance></Extensions></Trackpoint>
           <Trackpoint><Time>2026-05-03T06:00:02Z</Time><HeartRateBpm><Value>121</Value></HeartRateBpm></Trackpoint>
          </Track><Notes>Into the wind</Notes><Extensions><LX xmlns="http://www.garmin.com/xmlschemas/ActivityExtension/v2"><AvgSpeed>8.5</AvgSpeed>
           <MaxBikeCadence>110</MaxBikeCadence><AvgWatts>201</AvgWatts></LX><o:tyres front="28"/></Extensions></Lap>
          <Lap StartTime="2026-05-03T06:00:03Z"><TotalTimeSeconds>2</TotalTimeSeconds>
          <DistanceMeters>0</DistanceMeters><Calories>0</Calories><Intensity>Active</Intensity><TriggerMethod>Manual</TriggerMethod><Track>
           <Trackpoint><Time>2026-05-03T06:00:03Z</Time><HeartRateBpm><Value>120</Value></HeartRateBpm></Trackpoint></Track></Lap></Activity></Activities>
        </TrainingCenterDatabase>
        """;

    private static readonly XNamespace Other = "urn:other";

    [Fact]
    public void Of_a_gpx_file_the_points_own_members_and_everybodys_extensions_come_through()
    {
        var points = Through(Gpx, ActivityFormat.Gpx, "trkpt");

        Assert.Equal(4, points.Count);
        Assert.Equal(
            ["ele", "time", "geoidheight", "fix", "sat", "hdop", "extensions"], points[0].Elements().Select(element => element.Name.LocalName));
        Assert.Equal(["wtemp", "hr", "course"], Names(points[0], "TrackPointExtension"));
        Assert.Equal(("17.5", "270.5"), (Value(points[0], "wtemp"), Value(points[0], "course")));
        var gear = points[0].Descendants(Other + "gear").Single();
        Assert.Equal(("2", "11"), (gear.Attribute("front")!.Value, gear.Element(Other + "rear")!.Value));
        Assert.Single(points[0].Descendants(Other + "empty"));
        Assert.Equal("200", Value(points[0], "PowerInWatts"));
        Assert.Empty(points[1].Descendants(Other + "gear"));
        Assert.Equal("5", points[3].Descendants(Other + "gear").Single().Value);
    }

    [Fact]
    public void And_those_of_its_track_and_of_each_segment()
    {
        var track = Assert.Single(Through(Gpx, ActivityFormat.Gpx, "trk"));

        Assert.Equal(
            ["cmt", "src", "link", "link", "number", "type", "extensions", "trkseg", "trkseg"], track.Elements().Select(element => element.Name.LocalName));
        Assert.Equal(("Calm", "Compass", "7"), (Value(track, "cmt"), Value(track, "src"), Value(track, "number")));
        Assert.Equal("Red", Assert.Single(track.Elements().Single(element => element.Name.LocalName == "extensions").Elements(Other + "color")).Value);
        Assert.Equal("gravel", Assert.Single(Through(Gpx, ActivityFormat.Gpx, "trkseg")[0].Elements().Last().Elements(Other + "surface")).Value);
        Assert.DoesNotContain("extensions", Through(Gpx, ActivityFormat.Gpx, "trkseg")[1].Elements().Select(element => element.Name.LocalName));
    }

    [Fact]
    public void Of_a_tcx_file_too()
    {
        var points = Through(Tcx, ActivityFormat.Tcx, "Trackpoint");

        Assert.Equal(["Time", "HeartRateBpm", "SensorState", "Extensions"], points[0].Elements().Select(element => element.Name.LocalName));
        Assert.Equal(("200", "49"), (Value(points[0], "Watts"), points[0].Descendants(Other + "balance").Single().Value));
        Assert.Empty(points[1].Descendants(Other + "balance"));
    }

    [Fact]
    public void And_what_its_laps_say_of_themselves()
    {
        var laps = Through(Tcx, ActivityFormat.Tcx, "Lap");

        Assert.Equal(
            ["TotalTimeSeconds", "DistanceMeters", "Calories", "Intensity", "TriggerMethod", "Track", "Notes", "Extensions"],
            laps[0].Elements().Select(element => element.Name.LocalName));
        Assert.Equal(("Resting", "Distance", "Into the wind"), (Value(laps[0], "Intensity"), Value(laps[0], "TriggerMethod"), Value(laps[0], "Notes")));
        Assert.Equal(["AvgSpeed", "MaxBikeCadence", "AvgWatts"], Names(laps[0], "LX"));
        Assert.Equal(("8.5", "110", "201"), (Value(laps[0], "AvgSpeed"), Value(laps[0], "MaxBikeCadence"), Value(laps[0], "AvgWatts")));
        Assert.Equal("28", laps[0].Descendants(Other + "tyres").Single().Attribute("front")!.Value);
        Assert.Equal(("Active", "Manual"), (Value(laps[1], "Intensity"), Value(laps[1], "TriggerMethod")));
        Assert.Empty(laps[1].Descendants(Other + "tyres"));
    }

    /// <summary>Each copy of an element needs the namespaces that it uses: 60 KB a point, 60 MB a thousand, and files have a hundred thousand.</summary>
    [Theory]
    [InlineData("""<trkpt lat="46" lon="7"><time>2026-05-03T06:{0:mm\:ss}Z</time><extensions><o:a/></extensions></trkpt>""")]
    [InlineData("""<trkpt lat="46" lon="7"><time>2026-05-03T06:{0:mm\:ss}Z</time><extensions><p:a><o:a/><o:a/><o:a/></p:a></extensions></trkpt>""")]
    public void A_namespace_that_makes_much_of_little_is_left_where_it_is(string point)
    {
        var points = string.Concat(Enumerable.Range(0, 1_000).Select(i => string.Format(CultureInfo.InvariantCulture, point, TimeSpan.FromSeconds(i))));
        var file = Encoding.UTF8.GetBytes(
            $"""<gpx xmlns="http://www.topografix.com/GPX/1/1" xmlns:o="{new string('o', 60_000)}" xmlns:p="urn:p"><trk><trkseg>{points}</trkseg></trk></gpx>""");
        var activity = Read(file);
        Assert.Equal(ActivityFileWriter.Write(activity, ActivityFormat.Gpx), ActivityFileWriter.Write(activity, ActivityFormat.Gpx, file));
    }

    [Theory]
    [InlineData(Gpx, ActivityFormat.Gpx)]
    [InlineData(Tcx, ActivityFormat.Tcx)]
    public void What_goes_out_with_extras_comes_in_as_the_same_workout_and_is_valid(string file, ActivityFormat format)
    {
        var bytes = Encoding.UTF8.GetBytes(file);
        var before = Read(bytes);
        var written = ActivityFileWriter.Write(before, format, bytes);

        Assert.True(before.Samples.Equals(Read(written).Samples));
        SchemaTests.ValidateIfKnown(written);
        // Nothing but our own elements without the original, with one in another format, and with a broken one.
        var plain = ActivityFileWriter.Write(before, format);
        Assert.NotEqual(plain, written);
        Assert.Equal(plain, ActivityFileWriter.Write(before, format, SampleFiles.Bytes("ride.fit")));
        Assert.Equal(plain, ActivityFileWriter.Write(before, format, bytes.AsMemory(0, bytes.Length / 2)));
    }

    [Fact]
    public void Every_file_with_its_extras_reads_back_as_the_same_workout()
    {
        foreach (var path in SampleFiles.All().Concat(Fixtures.Activities()).Where(path => Path.GetExtension(path) is ".gpx" or ".tcx"))
        {
            var file = File.ReadAllBytes(path);
            if (ActivityFileReader.Read(file) is not ActivityRead.Activities { Files: [var before], Format: var format } || !ActivityFileWriter.CanWrite(before, format))
                continue;
            var (plain, rich) = (ActivityFileWriter.Write(before, format), ActivityFileWriter.Write(before, format, file));
            Assert.True(Read(plain).Samples.Equals(Read(rich).Samples), path);
            SchemaTests.ValidateIfKnown(rich);
        }
    }

    private static List<XElement> Through(string file, ActivityFormat format, string point)
    {
        var bytes = Encoding.UTF8.GetBytes(file);
        var written = ActivityFileWriter.Write(Read(bytes), format, bytes);
        return [.. XDocument.Parse(Encoding.UTF8.GetString(written)).Descendants().Where(element => element.Name.LocalName == point)];
    }

    /// <summary>The first, where there are more.</summary>
    private static ActivityFile Read(byte[] file) => Assert.IsType<ActivityRead.Activities>(ActivityFileReader.Read(file)).Files[0];

    private static IEnumerable<string> Names(XElement point, string parent) =>
        point.Descendants().Single(element => element.Name.LocalName == parent).Elements().Select(element => element.Name.LocalName);

    private static string Value(XElement point, string name) => point.Descendants().Single(element => element.Name.LocalName == name).Value;
}
