using System.Text;
using FitServerless.Workouts.Files;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts.Files;

public sealed class XmlReaderTests
{
    [Theory]
    [InlineData("""<!DOCTYPE gpx [<!ENTITY e SYSTEM "file:///etc/passwd">]><gpx><trk><name>&e;</name></trk></gpx>""")]
    [InlineData("""<!DOCTYPE gpx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]><gpx><trk><name>&c;</name></trk></gpx>""")]
    [InlineData("""<!DOCTYPE gpx SYSTEM "http://192.0.2.1/x.dtd"><gpx/>""")]
    [InlineData("<gpx><trk>")]
    [InlineData("<gpx><trk></gpx>")]
    [InlineData("<gpx>&nbsp;</gpx>")]
    [InlineData("<")]
    [InlineData("<?xml version=\"1.0\"?>")]
    public void Document_types_and_broken_documents_are_refused(string xml) => Refused(FileRefusal.Malformed, xml);

    [Theory]
    [InlineData("<html/>", FileRefusal.UnknownFormat)]
    [InlineData("<gpx/>", FileRefusal.NoSamples)]
    [InlineData("<TrainingCenterDatabase><Courses/></TrainingCenterDatabase>", FileRefusal.NoSamples)]
    [InlineData("""<gpx><trk><trkseg><trkpt lat="1" lon="2"/></trkseg></trk></gpx>""", FileRefusal.NoSamples)]
    [InlineData("""<gpx><trk><trkseg><trkpt lat="1" lon="2"><time>12:00</time></trkpt></trkseg></trk></gpx>""", FileRefusal.NoSamples)]
    public void What_holds_no_activity_is_refused_with_the_reason(string xml, FileRefusal reason) => Refused(reason, xml);

    [Fact]
    public void Bombs_are_refused_before_they_fill_the_memory()
    {
        const int Count = 2_000_000;
        RefusedInLittleMemory(FileRefusal.Malformed, new StringBuilder("<gpx>").Insert(5, "<a>", Count).ToString());
        RefusedInLittleMemory(FileRefusal.Malformed, "<gpx " + string.Concat(Enumerable.Range(0, Count / 4).Select(i => $"a{i}='' ")) + "/>");
        RefusedInLittleMemory(FileRefusal.Malformed, "<gpx>" + string.Concat(Enumerable.Range(0, Count / 4).Select(i => $"<a{i}/>")) + "</gpx>");
        RefusedInLittleMemory(FileRefusal.TooLarge, "<gpx>" + string.Concat(Enumerable.Repeat("<trk/>", 1000)) + "</gpx>");
    }

    [Fact]
    public void A_file_of_more_than_32_megabytes_is_refused_unread() =>
        Assert.Equal(FileRefusal.TooLarge, Assert.IsType<ActivityRead.Refused>(ActivityFileReader.Read(new byte[ActivityFileReader.MaxBytes + 1])).Reason);

    [Fact]
    public void Gpx_1_0_without_namespace_and_with_a_byte_order_mark_is_read()
    {
        const string Xml = "\uFEFF" + """
            <gpx version="1.0"><trk><name>  Näher  </name><trkseg>
              <trkpt lat="52.330848" lon="5.541371"><ele>48.96</ele><time>2009-03-02T14:05:52+01:00</time><speed>1.2</speed></trkpt>
              <trkpt lat="52.330951" lon="5.541344"><time>2009-03-02T14:05:58.5+01:00</time></trkpt>
            </trkseg></trk></gpx>
            """;
        var activity = Read(Xml);
        Assert.Equal("Näher", activity.Title);
        Assert.Equal(new DateTimeOffset(2009, 3, 2, 13, 5, 52, TimeSpan.Zero), activity.StartedAt);
        Assert.Equal([1.2, double.NaN], activity.Samples[Channel.Speed].ToArray());
        Assert.Equal(6500, activity.Samples.Times[1] - activity.Samples.Times[0]);
    }

    [Fact]
    public void Heart_rate_cadence_and_power_are_found_in_the_extensions_of_strava_and_of_garmin()
    {
        var activity = Read("""
            <gpx version="1.1" creator="StravaGPX" xmlns="http://www.topografix.com/GPX/1/1" xmlns:t="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
              <trk><type>cycling</type><trkseg>
                <trkpt lat="1" lon="2"><time>2026-05-03T07:15:00Z</time><extensions><power>210</power><t:TrackPointExtension><t:atemp>14</t:atemp><t:hr>140</t:hr><t:cad>88</t:cad></t:TrackPointExtension></extensions></trkpt>
                <trkpt lat="1" lon="2"><time>2026-05-03T07:15:01Z</time><extensions><p:PowerInWatts xmlns:p="http://www.garmin.com/xmlschemas/PowerExtension/v1">220</p:PowerInWatts></extensions></trkpt>
              </trkseg></trk></gpx>
            """);
        Assert.Equal(Sports.Biking, activity.Sport);
        Assert.Equal([210, 220], activity.Samples[Channel.Power].ToArray());
        Assert.Equal(140, activity.Samples.Value(Channel.Heartrate, 0));
        Assert.Equal(88, activity.Samples.Value(Channel.Cadence, 0));
        Assert.Equal(14, activity.Samples.Value(Channel.Temperature, 0));
    }

    [Fact]
    public void Each_sport_of_a_multisport_session_is_an_activity()
    {
        const string Lap = """<Lap StartTime="2026-05-03T07:15:00Z"><TotalTimeSeconds>1</TotalTimeSeconds><Track><Trackpoint><Time>2026-05-03T07:15:00Z</Time><HeartRateBpm><Value>140</Value></HeartRateBpm></Trackpoint></Track></Lap>""";
        var read = ActivityFileReader.Read(Encoding.UTF8.GetBytes($"""
            <TrainingCenterDatabase><Activities><MultiSportSession><FirstSport><Activity Sport="Biking">{Lap}</Activity></FirstSport>
            <NextSport><Transition/><Activity Sport="Running">{Lap}</Activity></NextSport></MultiSportSession></Activities></TrainingCenterDatabase>
            """));
        Assert.Equal(["Biking", "Running"], Assert.IsType<ActivityRead.Activities>(read).Files.Select(file => file.Sport));
    }

    [Fact]
    public void Text_that_xml_cannot_hold_is_left_out_and_the_rest_stays()
    {
        var ride = RoundTripTests.Ride() with { Title = "a\u0000b\u001Fc\uD800d<e>&]]>🚵\uFFFE", Creator = "\"<&\u0007>" };
        foreach (var format in (ActivityFormat[])[ActivityFormat.Gpx, ActivityFormat.Tcx])
        {
            var read = ActivityFileReader.Read(ActivityFileWriter.Write(ride with { Notes = format == ActivityFormat.Tcx ? null : "x" }, format));
            var after = Assert.Single(Assert.IsType<ActivityRead.Activities>(read).Files);
            Assert.Equal("abcd<e>&]]>🚵", format == ActivityFormat.Gpx ? after.Title : after.Notes);
            Assert.Equal("\"<&>", after.Creator);
        }
    }

    [Fact]
    public void Elements_are_in_the_order_that_the_schemas_ask_for()
    {
        var tcx = Encoding.UTF8.GetString(ActivityFileWriter.Write(RoundTripTests.Ride(), ActivityFormat.Tcx));
        InOrder(tcx, "<TrainingCenterDatabase", "<Activities>", "<Activity Sport=\"Other\">", "<Id>2026-05-03T07:15:00Z", "<Lap StartTime=", "<TotalTimeSeconds>", "<DistanceMeters>", "<MaximumSpeed>",
            "<Calories>", "<AverageHeartRateBpm>", "<MaximumHeartRateBpm>", "<Intensity>", "<Cadence>", "<TriggerMethod>", "<Track>", "<Trackpoint>", "<Time>", "<Position>",
            "<LatitudeDegrees>", "<LongitudeDegrees>", "<HeartRateBpm>", "<Extensions>", "<ns3:TPX>", "<ns3:Watts>", "<ns3:LX>", "<Notes>", "<Creator xsi:type=\"Device_t\">");
        var gpx = Encoding.UTF8.GetString(ActivityFileWriter.Write(RoundTripTests.Ride(), ActivityFormat.Gpx));
        InOrder(gpx, "<gpx version=\"1.1\" creator=", "<metadata>", "<trk>", "<name>", "<desc>", "<type>", "<trkseg>", "<trkpt lat=\"47.3769\" lon=\"8.5417\">", "<time>",
            "<extensions>", "<pwr:PowerInWatts>", "<gpxtpx:TrackPointExtension>", "<gpxtpx:atemp>", "<gpxtpx:hr>");
    }

    private static void InOrder(string text, params string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var next = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(next >= 0, $"{part} is missing or comes too early.");
            at = next;
        }
    }

    private static void Refused(FileRefusal reason, string xml) => Refused(reason, Encoding.UTF8.GetBytes(xml));

    private static void Refused(FileRefusal reason, byte[] file) =>
        Assert.Equal(reason, Assert.IsType<ActivityRead.Refused>(ActivityFileReader.Read(file)).Reason);

    private static void RefusedInLittleMemory(FileRefusal reason, string xml)
    {
        var (file, before) = (Encoding.UTF8.GetBytes(xml), GC.GetAllocatedBytesForCurrentThread());
        Refused(reason, file);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64_000_000);
    }

    private static ActivityFile Read(string xml) =>
        Assert.Single(Assert.IsType<ActivityRead.Activities>(ActivityFileReader.Read(Encoding.UTF8.GetBytes(xml))).Files);
}
