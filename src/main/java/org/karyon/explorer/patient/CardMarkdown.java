package org.karyon.explorer.patient;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Renders the Markdown of cards and stories as an EHR does, but trusts none of it: HTML is shown as
 * text, images are left out, and a link can only be http, https or mail.
 */
public final class CardMarkdown {

  private final Parser parser =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder()
          .extensions(List.of(TablesExtension.create()))
          .escapeHtml(true)
          .sanitizeUrls(true)
          .attributeProviderFactory(
              context ->
                  (node, tag, attributes) -> {
                    // Alignment would be written as a style, which the pages' policy forbids.
                    attributes.remove("align");
                    if (tag.equals("table")) {
                      attributes.put("class", "plain");
                    }
                  })
          .build();

  /**
   * Renders Markdown.
   *
   * @param markdown any text
   * @return HTML that is safe to show
   */
  public String html(String markdown) {
    Node document = parser.parse(markdown);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Image image) {
            image.unlink();
          }
        });
    return renderer.render(document);
  }
}
